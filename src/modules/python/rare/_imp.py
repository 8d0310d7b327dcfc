"""The lock of imports, and which modules are built in or frozen, for packages that ask the low level itself."""
import sys
import _frames
from _imports import FrozenImporter
from _thread import RLock

check_hash_based_pycs = 'default'
_lock = RLock()


def acquire_lock():
    _lock.acquire()


def release_lock():
    if not _lock._is_owned():
        raise RuntimeError('not holding the import lock')
    _lock.release()


def lock_held():
    return _lock._is_owned()


def extension_suffixes():
    return ['.cpython-313-x86_64-linux-gnu.so', '.abi3.so', '.so']


def is_builtin(name, /):
    return 0 if name not in sys.builtin_module_names else -1 if name in ('sys', 'builtins', '_imp') else 1


def create_builtin(spec, /):
    import _importing
    return _importing.library(spec.name)


def exec_builtin(mod, /):
    return 0


def is_frozen(name, /):
    return name in FrozenImporter._NAMES


def is_frozen_package(name, /):
    if not is_frozen(name):
        raise ImportError(f'No such frozen object named {name!r}', name=name)
    return name == '__phello__'


def find_frozen(name, /, *, withdata=False):
    return (None, is_frozen_package(name), name) if is_frozen(name) else None


def source_hash(key, source):
    from importlib.util import _keyed_hash
    return _keyed_hash(key, source)


_frames.native(globals())
