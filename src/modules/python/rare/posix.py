"""What `os` has of the system's own calls, under the name of the module that it is taken from in CPython."""
import os as _os

_OTHERS = frozenset((
    'DirEntry', 'PathLike', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END', 'altsep', 'curdir', 'defpath', 'devnull', 'environ', 'environb', 'execl',
    'execle', 'execlp', 'execlpe', 'execvp', 'execvpe', 'extsep', 'fdopen', 'fsdecode', 'fsencode', 'fwalk', 'get_exec_path', 'getenv',
    'getenvb', 'linesep', 'makedirs', 'name', 'pardir', 'path', 'pathsep', 'popen', 'removedirs', 'renames', 'sep', 'spawnl', 'spawnle',
    'spawnlp', 'spawnlpe', 'spawnv', 'spawnve', 'spawnvp', 'spawnvpe', 'walk', 'supports_bytes_environ', 'supports_dir_fd', 'supports_effective_ids',
    'supports_fd', 'supports_follow_symlinks', 'P_WAIT', 'P_NOWAIT', 'P_NOWAITO', 'process_cpu_count', 'abc', 'st', 'sys'))
environ = {_os.fsencode(name): _os.fsencode(value) for name, value in _os.environ.items()}


def __getattr__(name):
    if name[:1] != '_' and name not in _OTHERS:
        value = getattr(_os, name, None)
        if value is not None:
            return value
    if name == '_exit':
        return _os._exit
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def __dir__():
    return sorted(['_exit', 'environ', *(name for name in dir(_os) if name[0] != '_' and name not in _OTHERS)])
