"""filecmp, fileinput, pkgutil, runpy, token, this: files compared, read in a row and run."""
import filecmp
import fileinput
import io
import os
import pkgutil
import runpy
import shutil
import string
import sys
import tempfile
import token

FOLDER = "/tmp/loopscope_small"
shutil.rmtree(FOLDER, ignore_errors=True)
os.makedirs(FOLDER)
os.chdir(FOLDER)
sys.path.insert(0, FOLDER)


def write(path, text):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


for path, text in {"one/same": "x", "two/same": "x", "one/other": "a", "two/other": "bb", "one/left": "", "two/right": "",
                   "one/sub/k": "1", "two/sub/k": "22", "one/odd": "f", "two/odd/below": ""}.items():
    write(path, text)
print(filecmp.cmp("one/same", "two/same", shallow=False), filecmp.cmp("one/other", "two/other"))
print(filecmp.cmpfiles("one", "two", ["same", "other", "left"], shallow=False))
compared = filecmp.dircmp("one", "two", shallow=False)
compared.report_full_closure()
print(compared.common, compared.subdirs["sub"].diff_files, compared.left_list)
try:
    compared.nothing
except AttributeError as e:
    print(e)

for name in "ab":
    write(name + ".txt", f"{name}1\n{name}2\n")
with fileinput.input(["a.txt", "b.txt"]) as lines:
    for line in lines:
        print(lines.filename(), lines.lineno(), lines.filelineno(), lines.isfirstline(), line, end="")
for line in fileinput.input("a.txt", inplace=True, backup=".bak"):
    print(line.rstrip().upper())
with open("a.txt") as new, open("a.txt.bak") as old:
    print(repr(new.read()), repr(old.read()))
try:
    fileinput.lineno()
except RuntimeError as e:
    print(e)
sys.stdin = io.StringIO("s1\ns2\n")
for line in fileinput.input("-"):
    print(fileinput.filename(), fileinput.isstdin(), line, end="")
fileinput.close()

for path in "pack/__init__.py", "pack/m.py", "pack/inner/__init__.py", "pack/inner/n.py":
    write(path, f"print('importing', __name__)\nX = {path!r}\n")
import pack
print([info.name for info in pkgutil.iter_modules(pack.__path__)])
print([info[1:] for info in pkgutil.walk_packages(pack.__path__, "pack.")])
print(pkgutil.get_data("pack", "m.py"), pkgutil.resolve_name("pack.inner:X"))
write("program.py", "import sys\nprint(__name__, sys.argv[0], __file__)\ny = 5\nif __name__ == '__main__':\n    print('main')\n")
print(runpy.run_path("program.py")["y"])
names = runpy.run_path("program.py", run_name="__main__", init_globals={"q": 1})
print(sorted(names)[:4], names["q"], runpy.run_module("pack.m")["X"])
try:
    runpy.run_module("pack")
except ImportError as e:
    print(e)
print(token.tok_name[token.NAME], token.EXACT_TOKEN_TYPES["+="], token.ISEOF(token.ENDMARKER))
import this
with tempfile.NamedTemporaryFile() as file:
    print(oct(os.stat(file.name).st_mode & 0o777))


class Percent(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


print(string.Template.pattern.flags, repr(Percent.pattern.pattern[:20]), Percent("%a_b %%x %{c_d}").substitute(a_b=1, c_d=2))
os.chdir("/")
shutil.rmtree(FOLDER)
