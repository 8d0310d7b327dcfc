"""Checks the marks of the library's Python texts (src/runtime/vm/traceback/library.rs says what they mean) by CPython's
own files: python3.13 tests/tables/library_marks.py

A line that is told to be CPython's has to have its code; lines that are shown in place of others have to stand there, and
an instruction at the part that is said to run.
"""

import ast
import pathlib
import re
import sys

from cpython_lines import LIBRARY, of_this_version, read

# A folder for each section: there `a/b.py` is the module `a.b`.
TEXTS = pathlib.Path(__file__).parent.parent.parent / "src/modules/python"
MARK = "  #: "


def file_of(module):
    """Where CPython has a module."""
    path = module.replace(".", "/")
    return path + ".py" if (LIBRARY / (path + ".py")).exists() else path + "/__init__.py"


def marks(module, text):
    """The marked lines: their numbers, their code, the file and what the mark says."""
    file = file_of(module)
    for number, line in enumerate(text.splitlines(), 1):
        code, mark, said = line.rpartition(MARK)
        if not mark or said.startswith("-"):
            continue
        if said.startswith("in "):
            file = said.removeprefix("in ")
            # Before a space: the function's name there follows. Of frozen files there are no lines.
            file = file if file.startswith("<") else file.split()[0]
        elif not file.startswith("<"):
            yield number, code, file, said


def fault(code, file, said):
    """What is wrong with a mark; None: nothing is."""
    found = read(file)
    if not found:
        return f"CPython has no {file}"
    lines, places, statements = found
    number, _, shown = said.partition(" ")
    first = int(number)
    if not shown:
        # Of a `def` the line alone matters.
        same = lines[first - 1].strip() == code.strip() or re.match(r"\s*(async )?(def|class) ", code)
        return None if same else f"{file}:{first} is {lines[first - 1].strip()!r}"
    rows = shown.split("⏎")
    plain = [row.replace("«", "").replace("»", "") for row in rows]
    there = lines[first - 1 : first - 1 + len(rows)]
    # Lines between the first and the last need not be given, where they do not show.
    if any(own.strip() != line.strip() for own, line in zip(plain, there) if own or line in (there[0], there[-1])):
        return f"{file}:{first} is {there[0].strip()!r}"
    if re.match(r"\s*(async )?def ", code):
        # What has not begun stands at no instruction.
        return None
    place = [first, first + len(rows) - 1, 0, len(plain[-1])]
    for row, (text, line) in enumerate(zip(rows, there)):
        before = len(line) - len(line.lstrip()) - (len(plain[row]) - len(plain[row].lstrip()))
        if "«" in text:
            place[0], place[2] = first + row, before + text.index("«")
        elif row == 0:
            place[2] += before
        if "»" in text:
            place[1], place[3] = first + row, before + text.replace("«", "").index("»")
        elif row == len(rows) - 1 and "»" not in shown:
            place[3] += before
    # A later line of a statement is given for its text.
    if first in statements and not any(other[1:] == tuple(place) for other in places):
        return f"no instruction of {file} stands at {place}"
    statement = statements.get(first)
    if "«" not in shown and isinstance(statement, ast.Return) and isinstance(statement.value, (ast.Call, ast.Await)):
        return f"{file}:{first} returns what a call gives: the call runs, not all of it"
    return None


def main():
    of_this_version()
    faults, count = [], 0
    for path in sorted(TEXTS.glob("*/**/*.py")):
        module = ".".join(path.relative_to(TEXTS).with_suffix("").parts[1:]).removesuffix(".__init__")
        for number, code, file, said in marks(module, path.read_text()):
            count += 1
            if wrong := fault(code, file, said):
                faults.append(f"{path.relative_to(TEXTS.parent)}:{number}: {wrong}")
    assert count, "no marks are found"
    sys.exit("\n".join(faults) or 0)


main()
