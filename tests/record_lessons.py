"""Records what CPython 3.13 prints for each lesson in www/lessons: output.txt of program.py, expected.txt of solution.py.

    python3.13 tests/record_lessons.py ORACLE [NAME ...]

ORACLE is a script that runs a program under a virtual clock, with the exit status, stdout and stderr of the program;
further arguments of it may stand in the variable ORACLE_ARGS. A program whose stderr is not empty gets errors.txt too,
without the library's own frames.
"""
import os
import shlex
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "python"))
from record import ADDRESS, own_stderr

LESSONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "www", "lessons")


def run(oracle, source):
    """Under the name that the page gives to a program."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "main.py")
        with open(source, encoding="utf-8") as text, open(path, "w", encoding="utf-8") as copy:
            copy.write(text.read())
        command = [sys.executable, oracle, *shlex.split(os.environ.get("ORACLE_ARGS", "")), path]
        done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        return done.stdout, ADDRESS.sub("0xADDR", own_stderr(done.stderr))


def record(oracle, folder):
    for program, output in (("program", "output"), ("solution", "expected")):
        stdout, stderr = run(oracle, os.path.join(folder, program + ".py"))
        with open(os.path.join(folder, output + ".txt"), "w", encoding="utf-8") as file:
            file.write(stdout)
        if program == "solution" and stderr:
            print("  the solution writes to stderr:", stderr)
        errors = os.path.join(folder, "errors.txt")
        if program == "program" and stderr:
            with open(errors, "w", encoding="utf-8") as file:
                file.write(stderr)
        elif program == "program" and os.path.exists(errors):
            os.remove(errors)


def main():
    oracle, names = os.path.abspath(sys.argv[1]), sys.argv[2:]
    for name in sorted(os.listdir(LESSONS)):
        folder = os.path.join(LESSONS, name)
        if os.path.isdir(folder) and (not names or name in names):
            print(name)
            record(oracle, folder)


main()
