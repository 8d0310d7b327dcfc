"""Stand-ins for names that are not here, so that a module of tests loads and the tests that need none of them run.

A stand-in is a class: a decorator that changes nothing, a base class, a context manager, and any attribute of it is
another one. That holds while a module is loaded; a test that uses one otherwise than to decorate fails.
"""
import importlib
import io
import re
import sys
import types
import unittest

# What looks into the interpreter itself is absent everywhere: tests that ask for it are skipped on both sides.
INSIDE = ('_testcapi', '_testinternalcapi', '_testlimitedcapi', '_testbuffer', '_testmultiphase', '_testclinic',
          '_testsinglephase', '_interpreters', '_interpchannels', '_interpqueues', '_xxtestfuzz', '_opcode')
MISSING_NAME = (re.compile(r"cannot import name '(?P<name>\w+)' from '(?P<module>[\w.]+)'"),
                re.compile(r"module '(?P<module>[\w.]+)' has no attribute '(?P<name>\w+)'"))
MISSING_MODULE = re.compile(r"(?:No module named '|import of )([\w.]+)")
ATTEMPTS = 80
# Private names that stand for something here, so that the tests of it run.
NAMES = {'sys': {'_git': lambda module: ('CPython', '', '')},
         'multiprocessing.util': {'_cleanup_tests': lambda module: lambda: None},
         'subprocess': {'_active': lambda module: [], '_cleanup': lambda module: lambda: None},
         'logging': {'_lock': lambda module: importlib.import_module('threading').RLock(),
                     'weakref': lambda module: importlib.import_module('weakref'),
                     '_handlers': lambda module: {}, '_handlerList': lambda module: []},
         'concurrent.futures.process': {'_check_system_limits': lambda module: lambda: None},
         'multiprocessing.process': {'_cleanup': lambda module: lambda: None,
                                     '_dangling': lambda module: importlib.import_module('weakref').WeakSet()},
         'threading': {'_dangling': lambda module: importlib.import_module('weakref').WeakSet(),
                       **{name: lambda module: module.RLock for name in ('_CRLock', '_PyRLock')}},
         '_thread': {'_local': lambda module: importlib.import_module('threading').local},
         '_threading_local': {'local': lambda module: importlib.import_module('threading').local},
         '_py_abc': {name: lambda module, name=name: getattr(importlib.import_module('abc'), name)
                     for name in ('ABCMeta', 'get_cache_token')},
         'configparser': {'_default_dict': lambda module: dict},
         'mimetypes': {'_default_mime_types': lambda module: module.init},
         'pyexpat': {'version_info': lambda module: (2, 6, 3)},
         'xml.etree': {'ElementPath': lambda module: types.SimpleNamespace(_cache={})},
         '_hashlib': {f'openssl_{name}': lambda module, name=name: getattr(importlib.import_module('hashlib'), name)
                      for name in ('md5', 'sha1')},
         '_pyio': {name: lambda module, name=name: getattr(io, name) for name in io.__all__},
         '_io': {'FileIO': lambda module: importlib.import_module('io').FileIO},
         'asyncio.futures': {'_PyFuture': lambda module: module.Future},
         'asyncio.tasks': {'_PyTask': lambda module: module.Task}}

# What a module of tests imports as late as it runs, and lacks one of these names.
IMPORTED_LATE = {'test.test_xml_etree': 'xml.etree'}


class Absent(Exception):
    """A test has asked for what is not here."""


class _StandIn(type):
    tests_run = False

    def __getattr__(cls, name):
        if name.startswith('__'):
            raise AttributeError(name)
        cls.refuse()
        found = stand_in(name)
        setattr(cls, name, found)
        return found

    def __call__(cls, *args, **kwargs):
        if len(args) == 1 and callable(args[0]) and not kwargs and cls.__bases__ == (object,):
            return args[0]
        cls.refuse()
        return cls if cls.__bases__ == (object,) else super().__call__()

    def __enter__(cls):
        return cls

    def __exit__(cls, *exc_info):
        return None

    def __iter__(cls):
        return iter(())

    def __getitem__(cls, key):
        cls.refuse()
        return stand_in(str(key))

    def refuse(cls):
        if _StandIn.tests_run:
            raise Absent(cls.__name__)


def tests_run():
    """From now on using a stand-in is an error."""
    _StandIn.tests_run = True


def stand_in(name):
    return _StandIn(name, (object,), {})


def absent_module(name):
    """Makes `import name` give a module that has every name."""
    module = types.ModuleType(name)
    module.__path__ = []

    def find(attribute):
        if attribute.startswith('__'):
            raise AttributeError(attribute)
        return module.__dict__.setdefault(attribute, stand_in(attribute))

    for given in NAMES.get(name, ()):
        give(module, given)
    module.__getattr__ = find
    sys.modules[name] = module
    parent, _, child = name.rpartition('.')
    if parent:
        setattr(importlib.import_module(parent), child, module)


def give(module, name):
    """Gives a module a name that it lacks."""
    find = NAMES.get(getattr(module, '__name__', ''), {}).get(name)
    setattr(module, name, find(module) if find else stand_in(name))


def load(name):
    """Imports a module of tests; what it asks for and is not here gets stand-ins."""
    for inside in INSIDE:
        sys.modules[inside] = None
    if name in IMPORTED_LATE:
        importlib.import_module(IMPORTED_LATE[name])
    for _ in range(ATTEMPTS):
        try:
            module = importlib.import_module(name)
            break
        except unittest.SkipTest as skip:
            # A module may be asked for as the tests are loaded, and most of them do without.
            found = MISSING_MODULE.search(str(skip))
            if not found:
                module = types.ModuleType(name)
                break
            absent_module(found[1])
        except ModuleNotFoundError as error:
            absent_module(error.name)
        except (ImportError, AttributeError) as error:
            found = next(filter(None, (pattern.search(str(error)) for pattern in MISSING_NAME)), None)
            if found is None:
                raise
            give(sys.modules[found['module']], found['name'])
        sys.modules.pop(name, None)
    else:
        raise ImportError(f'{name} asks for too much')
    for owner in (owner for owner in NAMES if owner.partition('.')[0] in sys.modules):
        lacking = importlib.import_module(owner)
        for missing in (missing for missing in NAMES[owner] if not hasattr(lacking, missing)):
            give(lacking, missing)
    return module
