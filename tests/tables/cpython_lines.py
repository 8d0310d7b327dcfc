"""CPython 3.13.0's own library, as library_sites.py and library_marks.py ask for it."""

import ast
import functools
import pathlib
import sys
import types

LIBRARY = pathlib.Path(types.__file__).parent


def of_this_version():
    """Line numbers are those of one version."""
    if sys.version_info[:3] != (3, 13, 0):
        sys.exit(f"CPython 3.13.0 is wanted, this is {sys.version.split()[0]}")


def nested(code):
    """A code object and those within it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from nested(constant)


@functools.cache
def read(file):
    """A file's lines; where instructions of its functions stand: `(function, line, end line, column, end column)`; and
    the statements by the lines on which they begin. None: there is no such file."""
    path = LIBRARY / file
    if not path.exists():
        return None
    source = path.read_text(encoding="utf-8")
    places = {(code.co_name, *place) for code in nested(compile(source, file, "exec")) for place in code.co_positions()}
    statements = {node.lineno: node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.stmt)}
    return source.splitlines(), places, statements
