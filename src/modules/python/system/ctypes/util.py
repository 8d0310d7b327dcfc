"""Where C's libraries are."""
from _ctypes.memory import LIBRARIES as _LIBRARIES


def find_library(name):
    """The file of a library, or None."""
    return next((library for library in sorted(_LIBRARIES) if library.startswith(f'lib{name}.so')), None)
