"""Records what CPython 3.13 prints for each program here: NAME.py -> NAME.expected.

    python3.13 tests/python/record.py ORACLE [PART-OF-A-NAME ...]

ORACLE is a script that runs a program under a virtual clock: ORACLE --times FILE PROGRAM.py, with the exit status,
stdout and stderr of the program, and FILE getting each line of stdout behind its virtual time and a tab.

A program that ORACLE cannot run says so in a line `# recorded by hand: WHY` and is left as it is.
"""
import os
import re
import subprocess
import sys
import sysconfig
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ADDRESS = re.compile(r"0x[0-9a-fA-F]{6,}")
BY_HAND = re.compile(r"^# recorded by hand: (.*)", re.M)
FOREIGN = re.compile(r'^[\s|+-]*File "[</]')


def own_stderr(text):
    out, skip = [], False
    for line in text.splitlines():
        bare = line.lstrip(" |+-")
        if FOREIGN.match(line):
            skip = True
            continue
        if skip and len(line) - len(bare) >= 4 and not bare.startswith("File "):
            continue
        skip = False
        out.append(line + "\n")
    return "".join(out)


def record(oracle, path):
    with tempfile.TemporaryDirectory() as folder:
        times = os.path.join(folder, "times")
        command = [sys.executable, oracle, "--times", times, path]
        done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        with open(times, encoding="utf-8") as file:
            lines = file.read()
    if lines and not done.stdout.endswith("\n"):
        head, _, last = lines.rstrip("\n").rpartition("\n")
        lines = (head + "\n" if head else "") + "end\t" + last.split("\t", 1)[1] + "\n"
    if lines and not lines.endswith("\n"):
        lines += "\n"
    text = f"exit: {done.returncode}\n--- stdout\n{lines}--- stderr\n{own_stderr(done.stderr)}"
    # The library lies elsewhere on each machine.
    text = text.replace(sysconfig.get_path("stdlib"), "<stdlib>")
    with open(path[:-3] + ".expected", "w", encoding="utf-8") as file:
        file.write(ADDRESS.sub("0xADDR", text))


def main():
    oracle, parts = sys.argv[1], sys.argv[2:]
    for folder, folders, names in os.walk(HERE):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name.endswith(".py") and name != "record.py" and all(part in path for part in parts):
                with open(path, encoding="utf-8", errors="replace") as file:
                    by_hand = BY_HAND.search(file.read())
                if by_hand:
                    print(os.path.relpath(path, HERE), "is left as it is:", by_hand[1])
                    continue
                print(os.path.relpath(path, HERE))
                record(os.path.abspath(oracle), path)


if __name__ == "__main__":
    main()
