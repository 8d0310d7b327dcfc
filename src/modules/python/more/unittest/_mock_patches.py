"""Mocks in the place of what a name stands for, for a while."""
import builtins as _builtins
import contextlib as _contextlib
import functools as _functools
import inspect as _inspect
import sys as _sys
import types as _types

from unittest._mock_signatures import _instances_callable, _is_list, _refuse_typos
from unittest._mock_calls import DEFAULT
from unittest._mock_classes import InvalidSpecError, NonCallableMock, _is_async, _is_mock
from unittest._mock_autospec import create_autospec

__name__ = 'unittest.mock'  # where what is here is said to be

_open_patches = []


class _Starting:  #: in unittest/mock.py
    """What can be started and stopped, and decorates functions, coroutine functions and classes of tests."""

    def start(self):
        result = self.__enter__()  #: 1643
        _open_patches.append(self)
        return result

    def stop(self):
        try:
            _open_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)  #: 1656

    def __call__(self, func):
        if isinstance(func, type):
            return self.decorate_class(func)
        return self._decorate(func, _inspect.iscoroutinefunction(func))

    def decorate_class(self, klass):
        for name in dir(klass):
            if name.startswith(patch.TEST_PREFIX) and hasattr(found := getattr(klass, name), '__call__'):
                setattr(klass, name, self.copy()(found))
        return klass


class _patch(_Starting):
    """An attribute replaced for a while."""
    attribute_name = None
    _active_patches = _open_patches

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            for given, name in (new is not DEFAULT, 'new'), (autospec is not None, 'autospec'):
                if given:
                    raise ValueError(f"Cannot use '{name}' and 'new_callable' together")
        if not unsafe:
            _refuse_typos(kwargs)
        if _is_mock(spec):
            raise InvalidSpecError(f'Cannot spec attr {attribute!r} as the spec has already been mocked out. '
                                   f'[spec={spec!r}]')
        if _is_mock(spec_set):
            raise InvalidSpecError(f'Cannot spec attr {attribute!r} as the spec_set target has already been mocked out. '
                                   f'[spec_set={spec_set!r}]')
        self.getter, self.attribute, self.new, self.new_callable = getter, attribute, new, new_callable
        self.spec, self.create, self.spec_set, self.autospec, self.kwargs = spec, create, spec_set, autospec, kwargs
        self.has_local, self.additional_patchers = False, []

    def copy(self):
        made = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                      self.new_callable, self.kwargs)
        made.attribute_name = self.attribute_name
        made.additional_patchers = [each.copy() for each in self.additional_patchers]
        return made

    @_contextlib.contextmanager
    def decoration_helper(self, patched, args, keywargs):
        with _contextlib.ExitStack() as stack:
            for each in patched.patchings:
                mock = stack.enter_context(each)  #: 1402 arg = «exit_stack.enter_context(patching)»
                if each.attribute_name is not None:
                    keywargs.update(mock)
                elif each.new is DEFAULT:
                    args += mock,
            yield args, keywargs

    def _decorate(self, func, is_async):
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func
        if is_async:
            @_functools.wraps(func)
            async def patched(*args, **keywargs):
                with self.decoration_helper(patched, args, keywargs) as (newargs, newkeywargs):
                    return await func(*newargs, **newkeywargs)  #: 1440 return «await func(*newargs, **newkeywargs)»
        else:
            @_functools.wraps(func)
            def patched(*args, **keywargs):
                with self.decoration_helper(patched, args, keywargs) as (newargs, newkeywargs):
                    return func(*newargs, **newkeywargs)  #: 1423 return «func(*newargs, **newkeywargs)»
        patched.patchings = [self]
        return patched

    def get_original(self):
        target, name = self.getter(), self.attribute
        try:
            original, is_local = target.__dict__[name], True
        except (AttributeError, KeyError):
            original, is_local = getattr(target, name, DEFAULT), False
        if not name.startswith('_') and hasattr(_builtins, name) and isinstance(target, _types.ModuleType):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f'{target} does not have the attribute {name!r}')  #: 1464 raise AttributeError(⏎    "%s does not have the attribute %r" % (target, name)⏎)
        return original, is_local

    def _make(self, original, spec, spec_set):
        """The mock that is put in its place."""
        if spec is True:
            spec, spec_set = (None, original) if spec_set is True else (original, spec_set)
        elif spec_set is True:
            spec, spec_set = None, original if spec is None else spec
        like = spec if spec_set is None else spec_set
        if like is not None and original is DEFAULT:
            raise TypeError("Can't use 'spec' with create=True")
        from unittest import mock
        kind = mock.MagicMock
        if self.new_callable is not None:
            kind = self.new_callable
        elif spec is None and _is_async(original) or like is not None and _is_async(like):
            kind = mock.AsyncMock
        elif like is not None and ('__call__' not in like if _is_list(like) else not callable(like)):
            kind = mock.NonCallableMagicMock
        given = {}
        if spec is not None:
            given['spec'] = spec
        if spec_set is not None:
            given['spec_set'] = spec_set
        if isinstance(kind, type) and issubclass(kind, NonCallableMock) and self.attribute:
            given['name'] = self.attribute
        given.update(self.kwargs)
        new = kind(**given)
        if like is not None and isinstance(original, type) and _is_mock(new):
            # What it makes is like instances of the class.
            if not _is_list(like) and not _instances_callable(like):
                kind = mock.NonCallableMagicMock
            given.pop('name')
            new.return_value = kind(_new_parent=new, _new_name='()', **given)
        return new

    def _make_autospec(self, original, autospec, spec_set):
        if self.new is not DEFAULT:
            raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
        if original is DEFAULT:
            raise TypeError("Can't use 'autospec' with create=True")
        autospec, target, name = original if autospec is True else autospec, self.target, self.attribute
        if _is_mock(target):
            raise InvalidSpecError(f'Cannot autospec attr {name!r} as the patch target has already been mocked out. '
                                   f'[target={target!r}, attr={autospec!r}]')
        if _is_mock(autospec):
            raise InvalidSpecError(f'Cannot autospec attr {name!r} from target {getattr(target, "__name__", target)!r} as '
                                   f'it has already been mocked out. [target={target!r}, attr={autospec!r}]')
        return create_autospec(autospec, spec_set=bool(spec_set), _name=name, **self.kwargs)

    def __enter__(self):
        self.target = self.getter()  #: 1475 self.target = «self.getter()»
        spec, spec_set, autospec = (None if value is False else value
                                    for value in (self.spec, self.spec_set, self.autospec))
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (spec is not None or autospec is not None) and spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        original, is_local = self.get_original()  #: 1491 original, local = «self.get_original()»
        new = self.new
        if autospec is not None:
            new = self._make_autospec(original, autospec, spec_set)
        elif new is DEFAULT:
            new = self._make(original, spec, spec_set)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original, self.is_local, self._exit_stack = original, is_local, _contextlib.ExitStack()
        try:
            setattr(self.target, self.attribute, new)  #: 1604 setattr(self.target, self.attribute, new_attr)
            if self.attribute_name is None:
                return new
            mocks = {self.attribute_name: new} if self.new is DEFAULT else {}
            for each in self.additional_patchers:
                found = self._exit_stack.enter_context(each)  #: 1610 arg = «self._exit_stack.enter_context(patching)»
                if each.new is DEFAULT:
                    mocks.update(found)
            return mocks
        except:
            if not self.__exit__(*_sys.exc_info()):  #: 1617 if not «self.__exit__(*sys.exc_info())»:
                raise

    def __exit__(self, *exc_info):
        target, name, original = self.target, self.attribute, self.temp_original
        if self.is_local and original is not DEFAULT:
            setattr(target, name, original)  #: 1623 setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(target, name)
            if not self.create and (not hasattr(target, name) or name in (
                    '__doc__', '__module__', '__defaults__', '__annotations__', '__kwdefaults__')):
                # It is one that the class gives.
                setattr(target, name, original)
        stack = self._exit_stack
        del self.temp_original, self.is_local, self.target, self._exit_stack
        return stack.__exit__(*exc_info)


def _import(path):  #: in pkgutil.py resolve_name
    from importlib import import_module
    # Behind a colon stands no module.
    modules, _, objects = path.partition(':')
    at, *parts = modules.split('.')
    found = import_module(at)  #: 513 mod = «importlib.import_module(modname)»
    for part in list(parts):
        at += '.' + part
        try:
            found = import_module(at)
        except ImportError:
            break
        del parts[0]
    for part in parts + (objects.split('.') if objects else []):
        found = getattr(found, part)  #: 528 result = «getattr(result, p)»
    return found


def _get_target(path):  #: in unittest/mock.py
    """What finds the object whose attribute a path names, and the attribute's name."""
    try:
        path, attribute = path.rsplit('.', 1)  #: 1662 «target, attribute» = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {path!r}')  #: 1664 raise TypeError(⏎    f"Need a valid target to patch. You supplied: {target!r}")
    return _functools.partial(_import, path), attribute


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
          unsafe=False, **kwargs):
    """An attribute, named by its path, replaced for a while."""
    getter, attribute = _get_target(target)  #: 1822 getter, attribute = «_get_target(target)»
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable,
                  kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
            unsafe=False, **kwargs):
    if type(target) is str:
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    getter = _functools.partial(_import, target) if type(target) is str else lambda: target
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    made = []
    for name, new in kwargs.items():
        made.append(_patch(getter, name, new, spec, create, spec_set, autospec, new_callable, {}))
        made[-1].attribute_name = name
    first, *made[0].additional_patchers = made
    return first


class _patch_dict(_Starting):
    """A dict with other items for a while."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear, self._original = in_dict, dict(values, **kwargs), clear, None  #: 1861 self.values = «dict(values)»

    def copy(self):
        return _patch_dict(self.in_dict, self.values, self.clear)

    def _decorate(self, func, is_async):
        if is_async:
            @_functools.wraps(func)
            async def _inner(*args, **kw):
                with self:
                    return await func(*args, **kw)  #: 1892 return «await f(*args, **kw)»
        else:
            @_functools.wraps(func)
            def _inner(*args, **kw):
                with self:
                    return func(*args, **kw)  #: 1880 return «f(*args, **kw)»
        return _inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import(self.in_dict)
        self._patch_dict()  #: 1912 self._patch_dict()
        return self.in_dict

    def _patch_dict(self):
        target = self.in_dict
        try:
            self._original = target.copy()
        except AttributeError:
            # A mapping with no more than what is needed.
            self._original = {key: target[key] for key in target}
        if self.clear:
            _clear(target)
        try:
            target.update(self.values)  #: 1937 in_dict.update(values)
        except AttributeError:
            for key in self.values:
                target[key] = self.values[key]

    def __exit__(self, *exc):
        if self._original is not None:
            _clear(self.in_dict)
            try:
                self.in_dict.update(self._original)
            except AttributeError:
                for key in self._original:
                    self.in_dict[key] = self._original[key]
        return False


def _clear(target):
    try:
        target.clear()
    except AttributeError:
        for key in list(target):
            del target[key]


def _stopall():
    for each in reversed(_open_patches):
        each.stop()


patch.object, patch.dict, patch.multiple, patch.stopall, patch.TEST_PREFIX = (
    _patch_object, _patch_dict, _patch_multiple, _stopall, 'test')
