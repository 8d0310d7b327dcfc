"""Whole files and trees: copied, moved, removed."""
import os as _os
import stat as _stat
from collections import namedtuple as _namedtuple

__all__ = ['copyfileobj', 'copyfile', 'copymode', 'copystat', 'copy', 'copy2', 'copytree', 'move', 'rmtree', 'Error',
           'SpecialFileError', 'make_archive', 'get_archive_formats', 'register_archive_format',
           'unregister_archive_format', 'get_unpack_formats', 'register_unpack_format', 'unregister_unpack_format',
           'unpack_archive', 'ignore_patterns', 'chown', 'which', 'get_terminal_size', 'SameFileError', 'disk_usage',
           'ExecError']
_usage = _namedtuple('usage', 'total used free')
_usage.__module__ = 'shutil'


class Error(OSError):
    pass


class SameFileError(Error):
    pass


class SpecialFileError(OSError):
    pass


class ExecError(OSError):
    pass


class ReadError(OSError):
    pass


class RegistryError(Exception):
    pass


def __getattr__(name):
    if name in __all__ and 'arch' in name or name in __all__ and 'unpack' in name:
        import _archives
        value = globals()[name] = getattr(_archives, name)
        return value
    raise AttributeError(f"module 'shutil' has no attribute '{name}'")


def copyfileobj(fsrc, fdst, length=65536):
    while data := fsrc.read(length):  #: 201 fsrc_read = «fsrc.read»
        fdst.write(data)


def copyfile(src, dst, *, follow_symlinks=True):
    if _os.path.exists(src) and _os.path.exists(dst) and _os.path.samefile(src, dst):
        raise SameFileError(f'{src!r} and {dst!r} are the same file')  #: 240 raise SameFileError("{!r} and {!r} are the same file".format(src, dst))
    for path in src, dst:
        if _os.path.exists(path) and _stat.S_ISFIFO(_os.stat(path).st_mode):
            raise SpecialFileError('`%s` is a named pipe' % getattr(path, 'path', path))  #: 253 raise SpecialFileError("`%s` is a named pipe" % fn)
    if not follow_symlinks and _os.path.islink(src):
        _os.symlink(_os.readlink(src), dst)
        return dst
    with open(src, 'rb') as source:  #: 260 with «open(src, 'rb')» as fsrc:
        try:
            with open(dst, 'wb') as target:  #: 262 with «open(dst, 'wb')» as fdst:
                copyfileobj(source, target)
        except IsADirectoryError as e:
            if _os.path.exists(dst):
                raise  #: 262 with «open(dst, 'wb')» as fdst:
            raise FileNotFoundError(f'Directory does not exist: {dst}') from e  #: 288 raise FileNotFoundError(f'Directory does not exist: {dst}') from e
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    if follow_symlinks or not (_os.path.islink(src) and _os.path.islink(dst)):
        _os.chmod(dst, _os.stat(src).st_mode & 0o7777)


def copystat(src, dst, *, follow_symlinks=True):
    follow = follow_symlinks or not (_os.path.islink(src) and _os.path.islink(dst))
    found = _os.stat(src, follow_symlinks=follow)  #: 383 st = «lookup("stat")(src, follow_symlinks=follow)»
    _os.utime(dst, ns=(found.st_atime_ns, found.st_mtime_ns), follow_symlinks=follow)
    # A link has no mode of its own.
    if follow:
        _os.chmod(dst, found.st_mode & 0o7777)


def _into(src, dst):
    return _os.path.join(dst, _os.path.basename(_os.fspath(src))) if _os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    dst = _into(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)  #: 428 copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = _into(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)  #: 468 copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def chown(path, user=None, group=None, *, dir_fd=None, follow_symlinks=True):
    if user is None and group is None:
        raise ValueError('user and/or group must be set')  #: 1415 raise ValueError("user and/or group must be set")
    import grp
    import pwd
    ids = []
    for name, find, kind in ((user, pwd.getpwnam, 'user'), (group, grp.getgrnam, 'group')):
        try:
            ids.append(-1 if name is None else find(name)[2] if isinstance(name, str) else name)
        except KeyError:
            raise LookupError(f'no such {kind}: {name!r}') from None
    _os.chown(path, *ids, dir_fd=dir_fd, follow_symlinks=follow_symlinks)


def ignore_patterns(*patterns):
    import fnmatch

    def ignored(path, names):
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}
    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    names = _os.listdir(src)  #: 591 with «os.scandir(src)» as itr:
    return _copytree(names, src, dst, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)  #: 593 return «_copytree(entries=entries, src=src, dst=dst, symlinks=symlinks,⏎                 ignore=ignore, copy_function=copy_function,⏎                 ignore_dangling_symlinks=ignore_dangling_symlinks,⏎                 dirs_exist_ok=dirs_exist_ok)»


def _copytree(names, src, dst, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok):
    skipped = ignore(_os.fspath(src), names) if ignore is not None else ()
    _os.makedirs(dst, exist_ok=dirs_exist_ok)  #: 491 os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for name in names:
        if name in skipped:
            continue
        one, other = _os.path.join(src, name), _os.path.join(dst, name)
        try:
            if _os.path.islink(one) and symlinks:
                _os.symlink(_os.readlink(one), other)
                copystat(one, other, follow_symlinks=False)
            elif _os.path.islink(one) and ignore_dangling_symlinks and not _os.path.exists(one):
                continue
            elif _os.path.isdir(one):
                copytree(one, other, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(one, other)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as error:
            errors.append((one, other, str(error)))
    try:
        copystat(src, dst)
    except OSError as error:
        errors.append((src, dst, str(error)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    def failed(function, where, error):  #: -
        if ignore_errors:
            return
        if onexc is not None:
            onexc(function, where, error)
        elif onerror is not None:
            onerror(function, where, (type(error), error, error.__traceback__))
        else:
            raise
    path = _os.fsdecode(path) if isinstance(path, bytes) else path
    if dir_fd is not None:
        import _files
        path = _files.seen_from(dir_fd, path)
    to_do = [(_os.lstat, path)]
    while to_do:
        _rmtree_safe_fd(to_do, failed, path)  #: 763 _rmtree_safe_fd(stack, onexc)


def _rmtree_safe_fd(to_do, failed, top):
    """The next step: a folder is emptied, and removed once its folders are."""
    step, path = to_do.pop()
    try:
        if step is _os.rmdir:
            _os.rmdir(path)  #: 658 os.rmdir(name, dir_fd=dirfd)
            return
        mode = _os.lstat(path).st_mode  #: 665 orig_st = «os.lstat(name, dir_fd=dirfd)»
        step = _os.open
        opened = _os.open(path, _os.O_RDONLY | _os.O_NONBLOCK)  #: 670 topfd = «os.open(name, os.O_RDONLY | os.O_NONBLOCK, dir_fd=dirfd)»
        _os.close(opened)
        step = _os.path.islink
        if mode & 0o170000 == 0o120000:
            raise OSError('Cannot call rmtree on a symbolic link')  #: 676 raise OSError("Cannot call rmtree on a symbolic link")
        to_do.append((_os.rmdir, path))
        step = _os.scandir
        with _os.scandir(path) as found:  #: 682 with «os.scandir(topfd)» as scandir_it:
            entries = list(found)
        for entry in entries:
            below = _os.path.join(path, entry.name)
            if entry.is_dir(follow_symlinks=False):
                to_do.append((_os.lstat, below))
                continue
            try:
                _os.unlink(below)
            except FileNotFoundError:
                pass
            except OSError as e:
                failed(_os.unlink, below, e)  #: 700 onexc(os.unlink, fullname, err)
    except FileNotFoundError as e:
        if path == top:
            e.filename = path
            failed(step, path, e)  #: 704 onexc(func, path, err)
    except OSError as e:
        e.filename = path
        failed(step, path, e)  #: 707 onexc(func, path, err)


rmtree.avoids_symlink_attacks = True


def move(src, dst, copy_function=copy2):
    real = dst
    if _os.path.isdir(dst):  #: 842 if «os.path.isdir(dst)»:
        if _os.path.exists(src) and _os.path.samefile(src, dst) and not _os.path.islink(src):
            # Another spelling of the same name.
            _os.rename(src, dst)
            return
        real = _os.path.join(dst, _os.path.basename(_os.fspath(src).rstrip('/')))
        if _os.path.exists(real):
            raise Error(f"Destination path '{real}' already exists")
    try:
        _os.rename(src, real)  #: 856 os.rename(src, real_dst)
    except OSError:
        if _os.path.islink(src):
            _os.symlink(_os.readlink(src), real)
            _os.unlink(src)
        elif _os.path.isdir(src):
            if (_os.path.abspath(dst).rstrip('/') + '/').startswith(_os.path.abspath(src).rstrip('/') + '/'):
                raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")  #: 864 raise Error("Cannot move a directory '%s' into itself"⏎            " '%s'." % (src, dst))
            copytree(src, real, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, real)  #: 876 copy_function(src, real_dst)
            _os.unlink(src)
    return real


def disk_usage(path):
    _os.stat(path)  #: 1377 st = «os.statvfs(path)»
    return _usage(64 << 30, 16 << 30, 48 << 30)


def which(cmd, mode=1, path=None):
    """Where a program is."""
    import _programs

    def runs(place):
        return _programs.find(_os.fsdecode(place)) or _os.path.isfile(place) and _os.access(place, mode)

    cmd = _os.fspath(cmd)
    if _os.path.dirname(cmd):
        return cmd if runs(cmd) else None
    path = _os.environ.get('PATH', _os.defpath) if path is None else _os.fspath(path)
    path = _os.fsencode(path) if isinstance(cmd, bytes) else _os.fsdecode(path)
    for folder in path.split(b':' if isinstance(cmd, bytes) else ':') if path else ():
        place = _os.path.join(folder, cmd)
        if runs(place):
            return place
    return None


def get_terminal_size(fallback=(80, 24)):
    """What the environment says where it says a positive number; the output is no terminal."""
    size = []
    for name, otherwise in zip(('COLUMNS', 'LINES'), fallback):
        try:
            said = int(_os.environ[name])
        except (KeyError, ValueError):
            said = 0
        size.append(said if said > 0 else otherwise)
    return _os.terminal_size(size)  #: 1476 size = «os.terminal_size(fallback)»
