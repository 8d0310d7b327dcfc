"""In place of `test.support.import_helper`. A module is had as it is: there is no second way to import one afresh."""
import contextlib
import importlib
import sys
import unittest


def import_module(name, deprecated=False, *, required_on=()):
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise unittest.SkipTest(str(error))


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False):
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def unload(name):
    sys.modules.pop(name, None)


forget = unload


@contextlib.contextmanager
def CleanImport(*names, usefrozen=False):
    old = {name: sys.modules.pop(name) for name in names if name in sys.modules}
    try:
        yield
    finally:
        sys.modules.update(old)


@contextlib.contextmanager
def DirsOnSysPath(*paths):
    old = sys.path[:]
    sys.path.extend(paths)
    try:
        yield
    finally:
        sys.path[:] = old


@contextlib.contextmanager
def isolated_modules():
    old = dict(sys.modules)
    try:
        yield
    finally:
        sys.modules.clear()
        sys.modules.update(old)
