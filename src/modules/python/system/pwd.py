"""The machine's users, as /etc/passwd has them."""
from _imports import file_at as _file_at
from _struct_sequence import make as _struct_sequence

struct_passwd = _struct_sequence(
    'pwd.struct_passwd', 'pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell'.split(), 'A user.')
_users = []
for _line in bytes(_file_at('/etc/passwd').data).decode().splitlines():
    _name, _password, _uid, _gid, *_more = _line.split(':')
    _users.append(struct_passwd((_name, _password, int(_uid), int(_gid), *_more)))


def getpwall():
    return list(_users)


def getpwuid(uid, /):
    if not hasattr(type(uid), '__index__'):
        raise TypeError(f'uid should be integer, not {type(uid).__name__}')
    for user in _users:
        if user.pw_uid == uid:
            return user
    raise KeyError(f'getpwuid(): uid not found: {uid}')


def getpwnam(name, /):
    if not isinstance(name, str):
        raise TypeError(f'getpwnam() argument must be str, not {type(name).__name__}')
    if '\0' in name:
        raise ValueError('embedded null byte')
    for user in _users:
        if user.pw_name == name:
            return user
    raise KeyError(f'getpwnam(): name not found: {name!r}')


from _frames import native as _native
_native(globals())
