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
    place, lines = _on_disk(filename), []
    if place is None:
        while (line := _frames.source_line(filename, len(lines) + 1)) is not None:
            lines.append(line + '\n')
    if place is None and not lines:
        # A loader knows what no file holds.
        lazy = entry if entry is not None and len(entry) == 1 else None
        if lazy or lazycache(filename, module_globals):
            try:
                text = (lazy or cache.pop(filename))[0]()
            except (ImportError, OSError):
                text = None
            if text is not None:
                lines = [line + '\n' for line in text.splitlines()]
                cache[filename] = len(text), None, lines, filename
                return lines
        place = _on_path(filename)
    if place is None:
        if lines and not filename.startswith('<'):
            cache[filename] = 0, None, lines, filename
        return lines
    return _read(filename, *place)


def _on_disk(path):
    """A file's path and what is known of it."""
    import os
    try:
        return path, os.stat(path)
    except (OSError, ValueError):
        return None


def _on_path(filename):
    """Where a relative name leads from one of the folders of modules."""
    import os
    import sys
    if os.path.isabs(filename):
        return None
    places = (_on_disk(os.path.join(folder, filename)) for folder in sys.path if isinstance(folder, str))
    return next((place for place in places if place), None)


def _read(filename, path, found):
    import io
    import re
    try:
        with io.open(path, 'rb') as file:
            data = file.read()
        start = b'\n'.join(data.split(b'\n', 2)[:2])
        named = re.search(rb'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', start, re.M)
        encoding = 'utf-8-sig' if data.startswith(b'\xef\xbb\xbf') else named[1].decode() if named else 'utf-8'
        lines = io.TextIOWrapper(io.BytesIO(data), encoding).readlines()
    except (OSError, UnicodeDecodeError, LookupError):
        return []
    if not lines:
        lines = ['\n']
    elif lines[-1][-1] != '\n':
        lines[-1] += '\n'
    cache[filename] = found.st_size, found.st_mtime, lines, path
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
        except (OSError, ValueError):
            del cache[name]
            continue
        if (entry[0], entry[1]) != (found.st_size, found.st_mtime):
            del cache[name]
