# _imp: the lock of imports, which modules are built in or frozen, the hash that a compiled file keeps of its source.
import _imp
import importlib.util

print(_imp.lock_held(), _imp.acquire_lock(), _imp.acquire_lock(), _imp.lock_held())
_imp.release_lock()
print(_imp.lock_held(), _imp.release_lock(), _imp.lock_held())
try:
    _imp.release_lock()
except RuntimeError as error:
    print(error)
print(_imp.extension_suffixes(), _imp.check_hash_based_pycs)
print([_imp.is_builtin(name) for name in ('sys', 'builtins', 'time', 'json', 'none')])
print([_imp.is_frozen(name) for name in ('os', 'zipimport', 'json', '__hello__', '__phello__')])
print(_imp.find_frozen('os'), _imp.find_frozen('json'), _imp.find_frozen('__phello__'))
print([_imp.is_frozen_package(name) for name in ('os', '__phello__')])
try:
    _imp.is_frozen_package('json')
except ImportError as error:
    print(error, error.name)
print(_imp.source_hash(1234, b'abc'), _imp.source_hash(0, b''))
print(_imp.source_hash(importlib.util._RAW_MAGIC_NUMBER, b'x = 1') == importlib.util.source_hash(b'x = 1'))
print(_imp.create_builtin(importlib.util.find_spec('errno')).__name__, _imp.acquire_lock)
