"""The machine's groups, as /etc/group has them."""
from _imports import file_at as _file_at
from _struct_sequence import make as _struct_sequence

struct_group = _struct_sequence('grp.struct_group', 'gr_name gr_passwd gr_gid gr_mem'.split(), 'A group.')
_groups = []
for _line in bytes(_file_at('/etc/group').data).decode().splitlines():
    _name, _password, _gid, _members = _line.split(':')
    _groups.append(struct_group((_name, _password, int(_gid), [name for name in _members.split(',') if name])))


def getgrall():
    return list(_groups)


def getgrgid(id):
    if not hasattr(type(id), '__index__'):
        raise TypeError(f'gid should be integer, not {type(id).__name__}')
    for group in _groups:
        if group.gr_gid == id:
            return group
    raise KeyError(f'getgrgid(): gid not found: {id}')


def getgrnam(name):
    if not isinstance(name, str):
        raise TypeError(f'getgrnam() argument 1 must be str, not {type(name).__name__}')
    if '\0' in name:
        raise ValueError('embedded null byte')
    for group in _groups:
        if group.gr_name == name:
            return group
    raise KeyError(f'getgrnam(): name not found: {name!r}')


from _frames import native as _native
_native(globals())
