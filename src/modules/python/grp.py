"""The machine's groups."""
from collections import namedtuple as _namedtuple

struct_group = _namedtuple('struct_group', 'gr_name gr_passwd gr_gid gr_mem', module='grp')
struct_group.__repr__ = lambda self: 'grp.struct_group(' + ', '.join(
    f'{name}={value!r}' for name, value in zip(self._fields, self)) + ')'
_groups = [struct_group('root', 'x', 0, []), struct_group('user', 'x', 1000, [])]


def getgrall():
    return list(_groups)


def getgrgid(id):
    for group in _groups:
        if group.gr_gid == id:
            return group
    raise KeyError(f'getgrgid(): gid not found: {id}')


def getgrnam(name):
    for group in _groups:
        if group.gr_name == name:
            return group
    raise KeyError(f'getgrnam(): name not found: {name!r}')
