"""Lines of the run's source files."""
import _frames

cache = {}


def getline(filename, lineno, module_globals=None):
    line = _frames.source_line(filename, lineno)
    return '' if line is None else line + '\n'


def getlines(filename, module_globals=None):
    lines = []
    while (line := getline(filename, len(lines) + 1)):
        lines.append(line)
    return lines


def clearcache():
    pass


def checkcache(filename=None):
    pass
