"""Files that lie in packages."""
import contextlib as _contextlib
import importlib as _importlib
import pathlib as _pathlib
import sys as _sys
import tempfile as _tempfile
import types as _types
from importlib.resources.abc import ResourceReader

__all__ = ['Package', 'Anchor', 'ResourceReader', 'as_file', 'files', 'contents', 'is_resource', 'open_binary', 'open_text',
           'path', 'read_binary', 'read_text']
Package = Anchor = _types.ModuleType | str
_missing = object()


def _module(anchor):
    return _importlib.import_module(anchor) if isinstance(anchor, str) else anchor


def _folder(module):
    spec = module.__spec__
    # A program that is run has none, which this tells.
    spec.name
    reader = getattr(spec.loader, 'get_resource_reader', None)
    if reader is not None and (reader := reader(spec.name)) is not None and hasattr(reader, 'files'):
        return reader.files()
    places = spec.submodule_search_locations
    if str(getattr(module, '__file__', None) or '').startswith('<'):
        import _frames
        _frames.not_supported("importlib.resources of the library's own packages")
    if places and spec.origin is None:
        from importlib.resources.readers import MultiplexedPath
        return MultiplexedPath(*map(_pathlib.Path, places))
    return _pathlib.Path(list(places)[0]) if places else _pathlib.Path(spec.origin).parent


def files(anchor=None):
    """The folder of a package, or of the module that asks."""
    if anchor is None:
        anchor = _sys._getframe(1).f_globals['__name__']
    return _folder(_module(anchor))


@_contextlib.contextmanager
def as_file(path):
    """A path of the file system for what files() leads to."""
    if isinstance(path, _pathlib.Path):
        yield path
        return
    if not path.is_dir():
        number, name = _tempfile.mkstemp(suffix=path.name)
        with open(number, 'wb') as copy:
            copy.write(path.read_bytes())
        try:
            yield _pathlib.Path(name)
        finally:
            _pathlib.Path(name).unlink(missing_ok=True)
        return
    with _tempfile.TemporaryDirectory() as folder:
        yield _copied(path, _pathlib.Path(folder))


def _copied(path, folder):
    copy = folder / path.name
    if path.is_dir():
        copy.mkdir()
        for child in path.iterdir():
            _copied(child, copy)
    else:
        copy.write_bytes(path.read_bytes())
    return copy


def _found(anchor, names):
    return files(anchor).joinpath(*names)


def _encoding(encoding, names):
    if encoding is not _missing:
        return encoding
    if len(names) > 1:
        raise TypeError("'encoding' argument required with multiple path names")
    return 'utf-8'


def open_binary(anchor, *path_names):
    return _found(anchor, path_names).open('rb')


def open_text(anchor, *path_names, encoding=_missing, errors='strict'):
    return _found(anchor, path_names).open('r', encoding=_encoding(encoding, path_names), errors=errors)


def read_binary(anchor, *path_names):
    return _found(anchor, path_names).read_bytes()


def read_text(anchor, *path_names, encoding=_missing, errors='strict'):
    encoding = _encoding(encoding, path_names)
    with _found(anchor, path_names).open('r', encoding=encoding, errors=errors) as file:
        return file.read()


def path(anchor, *path_names):
    return as_file(_found(anchor, path_names))


def is_resource(anchor, *path_names):
    return _found(anchor, path_names).is_file()


def contents(anchor, *path_names):
    """The names in a package's folder."""
    import warnings
    warnings.warn('importlib.resources.contents is deprecated. Use files(anchor).iterdir() instead.', DeprecationWarning,
                  stacklevel=2)
    return (each.name for each in _found(anchor, path_names).iterdir())
