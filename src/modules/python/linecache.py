"""Lines of the run's source files."""
import _frames

cache = {}


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    return updatecache(filename, module_globals)


def updatecache(filename, module_globals=None):
    """Reads a file's lines anew."""
    cache.pop(filename, None)
    lines = []
    while (line := _frames.source_line(filename, len(lines) + 1)) is not None:
        lines.append(line + '\n')
    if lines and not filename.startswith('<'):
        import os
        found = os.stat(filename) if os.path.exists(filename) else None
        cache[filename] = (found.st_size, found.st_mtime, lines, filename) if found else (0, None, lines, filename)
    return lines


def clearcache():
    cache.clear()


def checkcache(filename=None):
    """Forgets what has changed since it was read."""
    import os
    for name in [filename] if filename is not None else list(cache):
        entry = cache.get(name)
        if entry is None or len(entry) == 1 or entry[1] is None:
            continue
        try:
            found = os.stat(entry[3])
        except OSError:
            del cache[name]
            continue
        if (entry[0], entry[1]) != (found.st_size, found.st_mtime):
            del cache[name]
