"""pathlib's paths of Windows: their text can be worked with anywhere."""
import ntpath as _ntpath
import pathlib as _pathlib


class PureWindowsPath(_pathlib.PurePath):
    __slots__ = ()
    parser = _ntpath


class WindowsPath(_pathlib.Path, PureWindowsPath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):  #: in pathlib/_local.py
        raise _pathlib.UnsupportedOperation(f'cannot instantiate {cls.__name__!r} on your system')  #: 860 raise UnsupportedOperation(⏎    f"cannot instantiate {cls.__name__!r} on your system")


PureWindowsPath.__module__ = WindowsPath.__module__ = 'pathlib._local'
