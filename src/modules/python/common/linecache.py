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
    entry = cache.pop(filename, None)
    if not filename or filename[0] == '<' and filename[-1] == '>':
        return []
    lines = []
    while (line := _frames.source_line(filename, len(lines) + 1)) is not None:
        lines.append(line + '\n')
    if not lines and filename[0] == '/':
        import io
        try:
            with io.open(filename, encoding='utf-8') as file:
                lines = file.readlines()
        except (OSError, UnicodeDecodeError):
            lines = []
        if lines and lines[-1][-1] != '\n':
            lines[-1] += '\n'
    lazy = entry if entry is not None and len(entry) == 1 else None
    if not lines and (lazy or lazycache(filename, module_globals)):
        # A loader knows what no file holds.
        try:
            text = (lazy or cache.pop(filename))[0]()
        except (ImportError, OSError):
            text = None
        if text is None:
            return []
        lines = [line + '\n' for line in text.splitlines()]
        cache[filename] = len(text), None, lines, filename
    elif lines and not filename.startswith('<'):
        import os
        found = os.stat(filename) if os.path.exists(filename) else None
        cache[filename] = (found.st_size, found.st_mtime, lines, filename) if found else (0, None, lines, filename)
    return lines


def lazycache(filename, module_globals):
    """Remembers the loader that knows the lines, without asking it: whether that is so."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename[0] == '<' and filename[-1] == '>' or not module_globals:
        return False
    spec = module_globals.get('__spec__')
    name = getattr(spec, 'name', None) or module_globals.get('__name__')
    loader = getattr(spec, 'loader', None) or module_globals.get('__loader__')
    get_source = getattr(loader, 'get_source', None)
    if not name or not get_source:
        return False
    cache[filename] = lambda name=name: get_source(name),
    return True


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
