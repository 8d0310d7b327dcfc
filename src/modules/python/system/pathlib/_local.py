"""Where CPython keeps pathlib's classes: pickles and `inspect.getmodule` name these modules."""
import pathlib as _pathlib

__all__ = ['PurePath', 'PurePosixPath', 'PureWindowsPath', 'Path', 'PosixPath', 'WindowsPath']


def __getattr__(name):
    if name[:2] == '__':
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    return getattr(_pathlib, name)
