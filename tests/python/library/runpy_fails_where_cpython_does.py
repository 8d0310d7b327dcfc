# The frames of runpy, which CPython has frozen, and the errors that led to its own.
import os
import runpy
import shutil
import sys
import traceback

folder = "/tmp/runpy_fails"
shutil.rmtree(folder, ignore_errors=True)
os.makedirs(folder + "/inner")
for name, text in (("__main__", "import nothing_such\n"), ("part", "1 / 0\n"), ("inner/__init__", ""), ("wrong", "x = (\n"), ("fine", "x = 1\n")):
    with open(f"{folder}/{name}.py", "w") as file:
        file.write(text)
sys.path.insert(0, folder)


def programs():
    return {"part", "inner", "wrong", "fine", "absent"} & sys.modules.keys()


def told(function, *args, **kwargs):
    before = programs(), list(sys.argv)
    try:
        print(function(*args, **kwargs)["x"])
    except BaseException:
        print(traceback.format_exc())
    print((programs(), sys.argv) == before)


for path in (folder, folder + "/part.py", folder + "/wrong.py", folder + "/absent.py", folder + "/fine.py"):
    told(runpy.run_path, path)
for name in ("part", "absent", "inner", "fine", ".fine", "fine.py"):
    told(runpy.run_module, name, alter_sys=name == "part")
shutil.rmtree(folder)
