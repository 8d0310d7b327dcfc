# What runs a file writes out what the buffer holds when the file has ended; the text of -c and a module have no such step.
import subprocess
import sys

scripts = {
    "raise": "print('out')\nraise RuntimeError('failed')\n",
    "exit": "import sys\nprint('out')\nsys.exit('message')\n",
    "stderr": "import sys\nprint('out')\nprint('err', file=sys.stderr)\n",
    "atexit": "import atexit, sys\natexit.register(print, 'late', file=sys.stderr)\nprint('out')\n",
}
environment = {"PATH": "/usr/bin:/bin"}


def run(*args, **given):
    done = subprocess.run([sys.executable, "-B", *args], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env=environment, cwd="/tmp", **given)
    lines = done.stdout.splitlines()
    return lines[0], lines[-1]


for name, source in scripts.items():
    with open(f"/tmp/flushed_{name}.py", "w") as file:
        file.write(source)
    print(name, run(f"flushed_{name}.py"), run("-c", source), run("-m", f"flushed_{name}"), run(input=source))
