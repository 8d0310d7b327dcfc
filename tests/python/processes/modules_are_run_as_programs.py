# Compared with CPython's real processes: the judge's network is within one.
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

Path("greet.py").write_text("import sys\nprint('hello', *sys.argv[1:], __name__)\nsys.exit(3)\n")
Path("pack").mkdir(exist_ok=True)
Path("pack/__main__.py").write_text("print('the package runs')\n")


def run(*args, **more):
    done = subprocess.run([sys.executable, "-m", *args], capture_output=True, text=True, **more)
    print(args[0], done.returncode, repr(done.stdout), done.stderr.replace(sys.executable, "python"))


run("greet", "you")
run("pack")
run("nothing_of_this_name")
run("json.tool", input='{"b": [1, {}], "a": "é"}')
run("json.tool", "--sort-keys", "--compact", input='{"b": 1, "a": null}')
run("json.tool", input="{1}")
run("calendar", "2026", "2")

Path("page.txt").write_text("found\n")
server = subprocess.Popen([sys.executable, "-m", "http.server", "50111", "--bind", "127.0.0.1"], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
time.sleep(2)
with urllib.request.urlopen("http://127.0.0.1:50111/page.txt") as answer:
    print(answer.status, answer.read())
server.terminate()
print(server.wait())
server.communicate()
for path in ("greet.py", "page.txt", "pack/__main__.py"):
    Path(path).unlink()
