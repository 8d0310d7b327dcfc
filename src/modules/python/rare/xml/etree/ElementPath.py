"""Searches of trees by paths, as functions."""

def iterfind(elem, path, namespaces=None):
    return iter(elem.iterfind(path, namespaces))


def find(elem, path, namespaces=None):
    return next(iterfind(elem, path, namespaces), None)


def findall(elem, path, namespaces=None):
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    found = find(elem, path, namespaces)
    return default if found is None else found.text or ''
