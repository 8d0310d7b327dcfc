"""Trees packed into one file and unpacked: what shutil has for it."""
import contextlib
import importlib
import os
from shutil import ReadError, RegistryError, copyfileobj


def _make_folder(name, dry_run, logger):
    """Makes the folder that an archive is to be in."""
    folder = os.path.dirname(name)
    if folder and not os.path.exists(folder):
        if logger is not None:
            logger.info('creating %s', folder)
        if not dry_run:
            os.makedirs(folder)


def _number_of(module, function, name):
    """The number of a user or group; None if there is none of the name."""
    if name is not None:
        with contextlib.suppress(KeyError):
            return getattr(importlib.import_module(module), function)(name)[2]


def _tar(base_name, base_dir, compress='gzip', dry_run=False, owner=None, group=None, logger=None, root_dir=None):
    import tarfile
    ends = {'gzip': '.gz', 'bzip2': '.bz2', 'xz': '.xz', None: ''}
    name = base_name + '.tar' + ends[compress]
    _make_folder(name, dry_run, logger)
    uid, gid = _number_of('pwd', 'getpwnam', owner), _number_of('grp', 'getgrnam', group)

    def owned(member):
        if gid is not None:
            member.gid, member.gname = gid, group
        if uid is not None:
            member.uid, member.uname = uid, owner
        return member

    if logger is not None:
        logger.info('Creating tar archive')
    if not dry_run:
        with tarfile.open(name, 'w|' + ends[compress][1:]) as archive:
            archive.add(base_dir if root_dir is None else os.path.join(root_dir, base_dir), base_dir, filter=owned)
    return name if root_dir is None else os.path.abspath(name)


def _untar(filename, extract_dir, *, filter=None):
    import tarfile
    try:
        archive = tarfile.open(filename)
    except tarfile.TarError:
        raise ReadError(f'{filename} is not a compressed or uncompressed tar file')
    with archive:
        archive.extractall(extract_dir, filter=filter)


def _zip(base_name, base_dir, dry_run=False, logger=None, root_dir=None, **named):
    import zipfile
    name = base_name + '.zip'
    _make_folder(base_name, dry_run, logger)
    if logger is not None:
        logger.info("creating '%s' and adding '%s' to it", name, base_dir)
    if dry_run:
        return name
    with zipfile.ZipFile(name, 'w', zipfile.ZIP_DEFLATED) as archive:
        def add(path, inside):
            archive.write(path, inside)
            if logger is not None:
                logger.info("adding '%s'", path)
        inside = os.path.normpath(base_dir)
        top = os.path.normpath(base_dir if root_dir is None else os.path.join(root_dir, base_dir))
        if inside != os.curdir:
            add(top, inside)
        for path, folders, files in os.walk(top):
            inside = os.path.normpath(path if root_dir is None else os.path.relpath(path, root_dir))
            for one in sorted(folders):
                add(os.path.join(path, one), os.path.join(inside, one))
            for one in files:
                where = os.path.normpath(os.path.join(path, one))
                if os.path.isfile(where):
                    add(where, os.path.join(inside, one))
    return name if root_dir is None else os.path.abspath(name)


def _unzip(filename, extract_dir):
    import zipfile
    if not zipfile.is_zipfile(filename):
        raise ReadError(f'{filename} is not a zip file')
    with zipfile.ZipFile(filename) as archive:
        for name in archive.namelist():
            if name.startswith('/') or '..' in name:
                continue
            target = os.path.join(extract_dir, *name.split('/'))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            if not name.endswith('/'):
                with archive.open(name) as source, open(target, 'wb') as file:
                    copyfileobj(source, file)


_makers = {'tar': (_tar, [('compress', None)], 'uncompressed tar file'), 'gztar': (_tar, [('compress', 'gzip')], "gzip'ed tar-file"),
           'zip': (_zip, [], 'ZIP file'), 'bztar': (_tar, [('compress', 'bzip2')], "bzip2'ed tar-file"), 'xztar': (_tar, [('compress', 'xz')], "xz'ed tar-file")}
_readers = {'tar': (['.tar'], _untar, [], 'uncompressed tar file'), 'zip': (['.zip'], _unzip, [], 'ZIP file'),
            'gztar': (['.tar.gz', '.tgz'], _untar, [], "gzip'ed tar-file"),
            'bztar': (['.tar.bz2', '.tbz2'], _untar, [], "bzip2'ed tar-file"),
            'xztar': (['.tar.xz', '.txz'], _untar, [], "xz'ed tar-file")}


def get_archive_formats():
    return sorted((name, about) for name, (_, _, about) in _makers.items())


def register_archive_format(name, function, extra_args=None, description=''):
    extra_args = [] if extra_args is None else extra_args
    if not callable(function):
        raise TypeError(f'The {function} object is not callable')
    if not isinstance(extra_args, (tuple, list)):
        raise TypeError('extra_args needs to be a sequence')
    if any(not isinstance(item, (tuple, list)) or len(item) != 2 for item in extra_args):
        raise TypeError('extra_args elements are : (arg_name, value)')
    _makers[name] = function, extra_args, description


def unregister_archive_format(name):
    del _makers[name]


def make_archive(  #: in shutil.py
        base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None, logger=None):
    """Packs a folder; gives the archive's name."""
    try:
        function, extra, _ = _makers[format]  #: 1136 format_info = «_ARCHIVE_FORMATS[format]»
    except KeyError:
        raise ValueError(f"unknown archive format '{format}'") from None  #: 1138 raise ValueError("unknown archive format '%s'" % format) from None
    named = {'dry_run': dry_run, 'logger': logger, **dict(extra)}
    if function not in (_zip, _tar) or format != 'zip':
        named.update(owner=owner, group=group)
    base_dir = os.curdir if base_dir is None else base_dir
    if root_dir is None:
        return function(base_name, base_dir, **named)
    root_dir = os.fspath(root_dir)
    os.stat(root_dir)
    if not os.path.isdir(root_dir):
        raise NotADirectoryError(20, 'Not a directory', root_dir)
    base_name = os.fspath(base_name)
    if function in (_zip, _tar):
        return function(base_name, base_dir, root_dir=root_dir, **named)
    base_name, before = os.path.abspath(base_name), os.getcwd()
    if logger is not None:
        logger.debug("changing into '%s'", root_dir)
    os.chdir(root_dir)
    try:
        return function(base_name, base_dir, **named)
    finally:
        if logger is not None:
            logger.debug("changing back to '%s'", before)
        os.chdir(before)


def get_unpack_formats():
    return sorted((name, info[0], info[3]) for name, info in _readers.items())


def register_unpack_format(name, extensions, function, extra_args=None, description=''):
    known = {extension: other for other, info in _readers.items() for extension in info[0]}
    for extension in extensions:
        if extension in known:
            raise RegistryError(f'{extension} is already registered for "{known[extension]}"')
    if not callable(function):
        raise TypeError('The registered function must be a callable')
    _readers[name] = extensions, function, [] if extra_args is None else extra_args, description


def unregister_unpack_format(name):
    del _readers[name]


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):  #: in shutil.py
    """Unpacks an archive, by its format or by what its name ends with."""
    extract_dir, filename = os.fspath(os.getcwd() if extract_dir is None else extract_dir), os.fspath(filename)
    if format is None:
        format = next((name for name, info in _readers.items() for end in info[0] if filename.endswith(end)), None)
        if format is None:
            raise ReadError(f"Unknown archive format '{filename}'")  #: 1356 raise ReadError("Unknown archive format '{0}'".format(filename))
    elif format not in _readers:
        raise ValueError(f"Unknown unpack format '{format}'")  #: 1348 raise ValueError("Unknown unpack format '{0}'".format(format)) from None
    _, function, extra, _ = _readers[format]
    function(filename, extract_dir, **dict(extra), **({} if filter is None else {'filter': filter}))

from _frames import shown_as as _shown_as
_shown_as(globals(), 'shutil')
