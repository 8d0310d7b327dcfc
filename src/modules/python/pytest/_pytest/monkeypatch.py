"""Changes to objects, dicts and the environment that are undone after a test."""
import contextlib
import inspect
import os
import sys
import warnings

from .fixtures import fixture
from .mark import NOTSET
from .warning_types import PytestWarning


@fixture
def monkeypatch():
    """A convenient fixture for monkey-patching."""
    patch = MonkeyPatch()
    yield patch
    patch.undo()


def _resolved(name):
    """What a dotted name stands for."""
    used, *names = name.split('.')
    found = __import__(used)
    for each in names:
        used = f'{used}.{each}'
        if not hasattr(found, each):
            _import(used)
        found = _attribute(found, each, used)
    return found


def _import(name):
    try:
        __import__(name)
    except ImportError as e:
        if str(e).endswith(' ' + name):
            raise
        raise ImportError(f'import error in {name}: {e}') from e


def _attribute(obj, name, path):
    try:
        return getattr(obj, name)
    except AttributeError as e:
        raise AttributeError(f'{type(obj).__name__!r} object at {path} has no attribute {name!r}') from e


def _derived(target, raising):
    if not isinstance(target, str) or '.' not in target:
        raise TypeError(f'must be absolute import path string, not {target!r}')
    module, attr = target.rsplit('.', 1)
    target = _resolved(module)
    if raising:
        _attribute(target, attr, module)
    return attr, target


def _put(items, name, value):
    items[name] = value


def _own(target, name):
    """What an object has by a name, as it must be put back."""
    return target.__dict__.get(name, NOTSET) if inspect.isclass(target) else getattr(target, name, NOTSET)


class MonkeyPatch:
    def __init__(self):
        self._attributes, self._items, self._cwd, self._path = [], [], None, None

    @classmethod
    @contextlib.contextmanager
    def context(cls):
        patch = cls()
        try:
            yield patch
        finally:
            patch.undo()

    def setattr(self, target, name, value=NOTSET, raising=True):
        __tracebackhide__ = True
        if value is NOTSET:
            if not isinstance(target, str):
                raise TypeError('use setattr(target, name, value) or setattr(target, value) with target being a dotted import string')
            value = name
            name, target = _derived(target, raising)
        elif not isinstance(name, str):
            raise TypeError('use setattr(target, name, value) with name being a string or setattr(target, value) with target being '
                            'a dotted import string')
        if raising and getattr(target, name, NOTSET) is NOTSET:
            raise AttributeError(f'{target!r} has no attribute {name!r}')
        self._attributes.append((target, name, _own(target, name)))
        setattr(target, name, value)

    def delattr(self, target, name=NOTSET, raising=True):
        __tracebackhide__ = True
        if name is NOTSET:
            if not isinstance(target, str):
                raise TypeError('use delattr(target, name) or delattr(target) with target being a dotted import string')
            name, target = _derived(target, raising)
        if not hasattr(target, name):
            if raising:
                raise AttributeError(name)
            return
        self._attributes.append((target, name, _own(target, name)))
        delattr(target, name)

    def setitem(self, dic, name, value):
        self._items.append((dic, name, dic.get(name, NOTSET)))
        dic[name] = value

    def delitem(self, dic, name, raising=True):
        if name not in dic:
            if raising:
                raise KeyError(name)
            return
        self._items.append((dic, name, dic.get(name, NOTSET)))
        del dic[name]

    def setenv(self, name, value, prepend=None):
        if not isinstance(value, str):
            warnings.warn(PytestWarning(f'Value of environment variable {name} type should be str, but got {value!r} (type: '
                                        f'{type(value).__name__}); converted to str implicitly'))
        before = [os.environ[name]] if prepend and name in os.environ else []
        self.setitem(os.environ, name, (prepend or '').join([str(value), *before]))

    def delenv(self, name, raising=True):
        self.delitem(os.environ, name, raising)

    def syspath_prepend(self, path):
        if self._path is None:
            self._path = sys.path[:]
        sys.path.insert(0, str(path))

    def chdir(self, path):
        if self._cwd is None:
            self._cwd = os.getcwd()
        os.chdir(path)

    def undo(self):
        for changes, put, remove in ((self._attributes, setattr, delattr), (self._items, _put, lambda items, name: items.pop(name, None))):
            for holder, name, old in reversed(changes):
                remove(holder, name) if old is NOTSET else put(holder, name, old)
            changes.clear()
        if self._path is not None:
            sys.path[:], self._path = self._path, None
        if self._cwd is not None:
            os.chdir(self._cwd)
            self._cwd = None
