"""Extended attributes of files: names of users' own, with bytes."""
import _files

_CREATE, _REPLACE = 1, 2


def _attributes(path, follow, function):
    """Those of a file, to be looked at and changed."""
    text = _files._text(path, function)
    node = _files._descriptor(text).node if isinstance(text, int) else _files.lookup(text, path, follow)
    if getattr(node, 'extended', None) is None:
        node.extended = {}
    return node.extended


def _name(attribute, path):
    name = _files._text(attribute, 'attribute')
    if not name.startswith('user.'):
        raise _failure(1 if name.startswith('trusted.') else 95, path)
    if name == 'user.':
        raise _failure(22, path)
    return name


def _failure(number, path):
    texts = {1: 'Operation not permitted', 17: 'File exists', 22: 'Invalid argument', 61: 'No data available',
             95: 'Operation not supported'}
    return OSError(number, texts[number], path)


def getxattr(path, attribute, *, follow_symlinks=True):
    found, name = _attributes(path, follow_symlinks, 'getxattr'), _name(attribute, path)
    if name not in found:
        raise _failure(61, path)
    return found[name]


def setxattr(path, attribute, value, flags=0, *, follow_symlinks=True):
    found, name = _attributes(path, follow_symlinks, 'setxattr'), _name(attribute, path)
    if flags & _CREATE and name in found:
        raise _failure(17, path)
    if flags & _REPLACE and name not in found:
        raise _failure(61, path)
    found[name] = _files.bytes_of(value)


def removexattr(path, attribute, *, follow_symlinks=True):
    found, name = _attributes(path, follow_symlinks, 'removexattr'), _name(attribute, path)
    if name not in found:
        raise _failure(61, path)
    del found[name]


def listxattr(path=None, *, follow_symlinks=True):
    return list(_attributes('.' if path is None else path, follow_symlinks, 'listxattr'))
