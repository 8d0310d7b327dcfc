"""The machine's groups."""
from _struct_sequence import make as _struct_sequence

struct_group = _struct_sequence('grp.struct_group', 'gr_name gr_passwd gr_gid gr_mem'.split(), 'A group.')
_groups = [struct_group(('root', 'x', 0, [])), struct_group(('user', 'x', 1000, []))]


def getgrall():
    return list(_groups)


def getgrgid(id):
    if not hasattr(id, '__index__'):
        raise TypeError(f'gid should be integer, not {type(id).__name__}')
    for group in _groups:
        if group.gr_gid == id:
            return group
    raise KeyError(f'getgrgid(): gid not found: {id}')


def getgrnam(name):
    if not isinstance(name, str):
        raise TypeError(f'getgrnam() argument 1 must be str, not {type(name).__name__}')
    for group in _groups:
        if group.gr_name == name:
            return group
    raise KeyError(f'getgrnam(): name not found: {name!r}')


from _frames import native as _native
_native(globals())
