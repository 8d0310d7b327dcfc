"""What of sys is seldom asked for."""
import sys as _sys
import _monitoring as monitoring
from _imports import meta_path, path_hooks
from types import SimpleNamespace as _Namespace
from _struct_sequence import make as _struct_sequence

abiflags, platlibdir = '', 'lib'
path_importer_cache = {}
implementation = _Namespace(name='cpython', cache_tag='cpython-313', version=_sys.version_info,
                            hexversion=_sys.hexversion, _multiarch='x86_64-linux-gnu')
_HOOKS = ('firstiter', 'finalizer')


asyncgen_hooks = _struct_sequence('asyncgen_hooks', _HOOKS, 'Hooks of asynchronous generators.')


def get_asyncgen_hooks():
    import _frames
    return asyncgen_hooks(_frames.asyncgen_hooks())


def set_asyncgen_hooks(*args, **kwargs):
    import _frames
    given = len(args) + len(kwargs)
    if given > len(_HOOKS):
        raise TypeError(f'function takes at most 2 arguments ({given} given)')
    named = dict(zip(_HOOKS, args))
    for name in kwargs:
        if name not in _HOOKS:
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        if name in named:
            raise TypeError(f"argument for function given by name ('{name}') and position (1)")
    named.update(kwargs)
    for name in reversed(_HOOKS):
        hook = named.get(name)
        if hook is not None and not callable(hook):
            raise TypeError(f'callable {name} expected, got {type(hook).__name__}')
    hooks = dict(zip(_HOOKS, _frames.asyncgen_hooks())) | named
    _frames.set_asyncgen_hooks(*hooks.values())


def get_coroutine_origin_tracking_depth():
    import _frames
    depth = _frames.track_origins(0)
    _frames.track_origins(depth)
    return depth


def set_coroutine_origin_tracking_depth(depth):
    import _frames
    _frames.track_origins(depth)


def displayhook(object, /):
    """Shows a value as the prompt does."""
    import builtins
    if object is not None:
        builtins._ = None
        if not hasattr(_sys, 'stdout'):
            raise RuntimeError('lost sys.stdout')
        _sys.stdout.write(repr(object) + '\n')
        builtins._ = object


def breakpointhook(*args, **kws):
    """Calls what $PYTHONBREAKPOINT names, else the debugger."""
    from os import environ
    name = environ.get('PYTHONBREAKPOINT') or 'pdb.set_trace'
    if name == '0':
        return None
    module, _, function = name.rpartition('.')
    try:
        if '.' in name and (not module or module[0] == '.'):
            raise ImportError
        from importlib import import_module
        hook = getattr(import_module(module or 'builtins'), function)
    except (ImportError, AttributeError):
        from warnings import warn
        warn(f'Ignoring unimportable $PYTHONBREAKPOINT: "{name}"', RuntimeWarning, stacklevel=2)
        return None
    return hook(*args, **kws)


def addaudithook(hook):
    import _frames
    _frames.not_supported('sys.addaudithook')


def call_tracing(func, args, /):
    return func(*args)


def getdlopenflags():
    return 2


def setdlopenflags(flags, /):
    pass


def getfilesystemencodeerrors():
    return 'surrogateescape'


def getunicodeinternedsize():
    return 0


def activate_stack_trampoline(backend, /):
    raise ValueError('perf trampoline not available')


def deactivate_stack_trampoline():
    pass


def is_stack_trampoline_active():
    return False


UnraisableHookArgs = _struct_sequence(
    'UnraisableHookArgs', ('exc_type', 'exc_value', 'exc_traceback', 'err_msg', 'object'),
    'What `sys.unraisablehook` is given.')


def unraisable(exc, words, of):
    return UnraisableHookArgs((type(exc), exc, exc.__traceback__, words, of))


stdlib_module_names = frozenset((
    '__future__ _abc _aix_support _android_support _ast _asyncio _bisect _blake2 _bz2 _codecs _codecs_cn _codecs_hk '
    '_codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc _colorize _compat_pickle '
    '_compression _contextvars _csv _ctypes _curses _curses_panel _datetime _dbm _decimal _elementtree '
    '_frozen_importlib _frozen_importlib_external _functools _gdbm _hashlib _heapq _imp _interpchannels _interpqueues '
    '_interpreters _io _ios_support _json _locale _lsprof _lzma _markupbase _md5 _multibytecodec _multiprocessing '
    '_opcode _opcode_metadata _operator _osx_support _overlapped _pickle _posixshmem _posixsubprocess _py_abc '
    '_pydatetime _pydecimal _pyio _pylong _pyrepl _queue _random _scproxy _sha1 _sha2 _sha3 _signal _sitebuiltins '
    '_socket _sqlite3 _sre _ssl _stat _statistics _string _strptime _struct _suggestions _symtable _sysconfig _thread '
    '_threading_local _tkinter _tokenize _tracemalloc _typing _uuid _warnings _weakref _weakrefset _winapi _wmi '
    '_zoneinfo abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile '
    'calendar cmath cmd code codecs codeop collections colorsys compileall concurrent configparser contextlib '
    'contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest email encodings '
    'ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath '
    'getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib importlib inspect io '
    'ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes mmap modulefinder '
    'msvcrt multiprocessing netrc nt ntpath nturl2path numbers opcode operator optparse os pathlib pdb pickle '
    'pickletools pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr '
    'pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select '
    'selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile sre_constants '
    'sre_parse ssl stat statistics string stringprep struct subprocess symtable sys sysconfig syslog tabnanny tarfile '
    'tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc '
    'tty turtle turtledemo types typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser winreg '
    'winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo'
).split())


from _frames import native as _native
_native(globals(), 'unraisable')
__displayhook__ = displayhook
__breakpointhook__ = breakpointhook
