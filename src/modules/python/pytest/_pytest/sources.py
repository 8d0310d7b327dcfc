"""Source lines of functions and of the statements in them."""
import ast
import inspect
import linecache
import os
import textwrap

_trees = {}
# Lines of pytest's own that warn, by file and number.
OWN_LINES = {}


def lines_of(file, globals=None):
    return [line.rstrip('\n') for line in linecache.getlines(file, globals)]


def statement_end(file, lines, lineno):
    """The line behind the statement that a line (from 0) is part of."""
    key = file, len(lines)
    if key not in _trees:
        try:
            _trees[key] = statements(ast.parse('\n'.join(lines) + '\n'))
        except SyntaxError:
            _trees[key] = None
    if _trees[key] is None:
        return lineno + 1
    end, last = len(lines), None
    for start, ends in _trees[key]:
        if start > lineno:
            end = start
            break
        last = ends
    end = end if last is None else min(end, max(last, lineno + 1))
    while end:
        line = lines[end - 1].lstrip()
        if line and line[0] != '#':
            break
        end -= 1
    return end


def statements(tree):
    """At which lines (from 0) statements and handlers begin, decorators included, in order; with the line behind a
    statement that holds no others."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, (ast.stmt, ast.ExceptHandler)):
            if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                found += [(each.lineno - 1, None) for each in node.decorator_list]
            holds = hasattr(node, 'body') or hasattr(node, 'cases')
            found.append((node.lineno - 1, None if holds else node.end_lineno))
            for name in ('finalbody', 'orelse'):
                block = getattr(node, name, None)
                if block:
                    found.append((block[0].lineno - 2, None))
    return sorted(found, key=lambda each: each[0])


def dedented(lines):
    return textwrap.dedent('\n'.join(lines)).split('\n')


def real_function(function):
    """The function itself, without wrappers and arguments that are bound."""
    import functools
    seen = 0
    while seen < 100:
        inner = getattr(function, '__wrapped__', None)
        if inner is None:
            break
        function, seen = inner, seen + 1
    while isinstance(function, functools.partial):
        function = function.func
    return function


def place_of(obj):
    """The file of an object and its line, from 0."""
    obj = real_function(obj)
    code = getattr(getattr(obj, '__func__', obj), '__code__', None)
    if code is not None:
        return os.path.abspath(code.co_filename), code.co_firstlineno - 1
    try:
        file = inspect.getsourcefile(obj) or inspect.getfile(obj)
    except TypeError:
        return '', -1
    try:
        line = inspect.findsource(obj)[1]
    except (OSError, IndexError):
        line = -1
    return os.path.abspath(file), line


def relative(path, start):
    """The path as seen from a folder, if both are known."""
    path, start = str(path), str(start)
    if path == start:
        return os.curdir
    if not path.startswith('/'):
        return path
    return os.path.relpath(path, start)


def warn_within(warning, module, line, text, package='_pytest'):
    """Warns as if from a line of pytest's own, or of a plugin's."""
    import warnings
    file = f'<stdlib>/{package}/{module}.py'
    OWN_LINES[file, line] = text
    warnings.warn_explicit(warning, None, file, line)
