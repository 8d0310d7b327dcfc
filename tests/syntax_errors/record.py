"""Writes what CPython 3.13 says of each wrong source: the line after `--->` in cases.txt.

    python3.13 tests/syntax_errors/record.py

A case is its source, then `---> Kind line:column message`. A new case needs only the source and `--->`.
"""
import os
import warnings

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases.txt")


def verdict(source):
    try:
        compile(source, "case", "exec")
    except SyntaxError as error:
        return f"{type(error).__name__} {error.lineno}:{error.offset} {error.msg}"
    return "no error"


def main():
    warnings.simplefilter("ignore")
    source, out = [], []
    with open(PATH, encoding="utf-8", newline="") as file:
        for line in file.read().split("\n"):
            if line.startswith("--->"):
                out.extend(source)
                out.append("---> " + verdict("\n".join(source) + "\n"))
                source = []
            else:
                source.append(line)
    with open(PATH, "w", encoding="utf-8", newline="") as file:
        file.write("\n".join(out) + "\n")


if __name__ == "__main__":
    main()
