# What lies in the folders of PATH is found in their order; what may not be run counts only if nothing else is found.
import os
import pathlib
import shutil
import subprocess

folder = pathlib.Path("own_programs")
folder.mkdir(exist_ok=True)
tool = folder / "tool"
tool.write_text('#!/bin/sh\necho "hi $0 $1"\n')
tool.chmod(0o755)
(folder / "plain").write_text("")
usual, own = os.environ["PATH"], "own_programs"


def show(name, **options):
    try:
        print(name, subprocess.run([name, "x"], capture_output=True, **options).stdout)
    except OSError as error:
        print(name, repr(error), error.filename)
    if options.get("env") is None:
        print(" ", subprocess.run(["/bin/sh", "-c", name + " y"], capture_output=True))


for path in own, own + ":" + usual, usual + ":" + own, "/nowhere:" + usual:
    print(path.replace(usual, "…"))
    os.environ["PATH"] = path
    for name in "tool", "plain", "absent", "echo":
        show(name)

os.environ["PATH"] = usual
show("tool", env={"PATH": own})
show("tool", env={"PATH": "."}, cwd=own)
show("tool")
show("echo", env={})
(folder / "bare").write_text("echo bare\n")
(folder / "bare").chmod(0o755)
os.environ["PATH"] = own + ":" + usual
show("bare")
print(shutil.which("tool"), shutil.which("plain"))
shutil.rmtree(folder)
