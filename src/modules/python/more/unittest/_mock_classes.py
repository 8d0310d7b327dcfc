"""The classes of mocks."""
import asyncio as _asyncio
import functools as _functools
import inspect as _inspect
import weakref as _weakref

from unittest._mock_signatures import _Later, _callable, _is_exception, _is_list, _is_magic, _signature_of, _within
from unittest._mock_calls import DEFAULT, _Asserting, _Call, _CallList, _deleted, _missing
from unittest._mock_magics import (Base, _SPECIALS, _all_magics, _all_sync_magics, _allowed_names, _as_method,
                                   _async_method_magics, _delegated, _unsupported_magics)
from unittest._mock_async import AsyncMockMixin

__name__ = 'unittest.mock'  # where what is here is said to be


class InvalidSpecError(Exception):  #: in unittest/mock.py
    """A mock cannot say what another mock has."""


def _is_mock(value):
    return issubclass(type(value), NonCallableMock)


def _is_async(value):
    if _is_mock(value) and not isinstance(value, AsyncMock):
        return False
    value = getattr(value, '__func__', value)
    return _asyncio.iscoroutinefunction(value) or _inspect.isawaitable(value)


def _adopt(parent, value, name, new_name):
    """A mock that belongs to nobody becomes a child."""
    value = _within(value)
    if not _is_mock(value) or value._mock_name or value._mock_new_name:
        return False
    if value._mock_parent is not None or value._mock_new_parent is not None:
        return False
    above = parent
    while above is not None:
        if above is value:
            return False
        above = above._mock_new_parent
    if new_name:
        value._mock_new_parent, value._mock_new_name = parent, new_name
    if name:
        value._mock_parent, value._mock_name = parent, name
    return True


class NonCallableMock(_Asserting, Base):
    """Attributes come into being when they are asked for."""

    def __new__(cls, spec=None, *args, spec_set=None, **kwargs):
        # A class of its own, so that special methods can be set on one mock alone.
        if args and not issubclass(cls, CallableMixin):
            spec_set = args[2] if len(args) > 2 else spec_set
        elif len(args) > 4:
            spec_set = args[4]
        spec = spec_set or spec
        bases = (cls,)
        if spec is not None and not issubclass(cls, AsyncMockMixin) and _is_async(spec):
            bases = (AsyncMockMixin, cls)
        names = {'__doc__': cls.__doc__, '__module__': 'unittest.mock'}
        if issubclass(cls, MagicMixin):
            if spec is None:
                names.update(_SPECIALS)
            else:
                names.update((name, _SPECIALS[name]) for name in (spec if _is_list(spec) else dir(spec))
                             if name in _SPECIALS)
        made = object.__new__(type(cls.__name__, bases, names))
        type(made)._mock_of_class = _weakref.ref(made)
        return made

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='',
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        own = self.__dict__
        own.update(_mock_parent=parent, _mock_name=name, _mock_new_name=_new_name, _mock_sealed=False,
                   _mock_new_parent=parent if _new_parent is None else _new_parent)
        if spec_set is not None:
            spec, spec_set = spec_set, True
        self._mock_add_spec(spec, spec_set, _spec_as_instance, parent is not None if _eat_self is None else _eat_self)  #: 484 self._mock_add_spec(spec, spec_set, _spec_as_instance, _eat_self)
        own.update(_mock_children={}, _mock_wraps=wraps, _mock_delegate=None, _mock_called=False, _mock_call_args=None,
                   _mock_call_count=0, _mock_call_args_list=_CallList(), _mock_mock_calls=_CallList(),
                   method_calls=_CallList(), _mock_unsafe=unsafe)
        if kwargs:
            self.configure_mock(**kwargs)  #: 500
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state)

    def attach_mock(self, mock, attribute):
        inner = _within(mock)
        inner._mock_parent = inner._mock_new_parent = inner._mock_new_name = None  #: 515 «inner_mock._mock_parent» = None
        inner._mock_name = ''
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)

    def _mock_add_spec(self, spec, spec_set, _spec_as_instance=False, _eat_self=False):
        if _is_mock(spec):
            raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')  #: 535 raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
        own, kind, source = self.__dict__, None, None
        if spec is not None and not _is_list(spec):
            kind = spec if isinstance(spec, type) else type(spec)
            source, spec = (spec, _spec_as_instance, _eat_self), dir(spec)
        own.update(_spec_class=kind, _spec_set=spec_set, _mock_methods=spec, _mock_spec_source=source)
        own.pop('_spec_signature', None)

    def _signature(self):
        """How what it stands for is called; None: that is not known."""
        own = self.__dict__
        if '_spec_signature' not in own:
            source = own['_mock_spec_source']
            found = source and _signature_of(*source)
            own['_spec_signature'] = found and found[1]
        return own['_spec_signature']

    def _is_async_in_spec(self, name):
        source = self.__dict__['_mock_spec_source']
        if source is None or name not in self._mock_methods:
            return False
        found = _inspect.getattr_static(source[0], name, None)
        try:
            found = _inspect.unwrap(found)
        except ValueError:
            pass
        return _asyncio.iscoroutinefunction(found)

    @property
    def return_value(self):
        """What calling the mock gives."""
        other = self._mock_delegate
        found = self._mock_return_value if other is None else other.return_value
        if found is DEFAULT and self._mock_wraps is None:
            found = self._get_child_mock(_new_parent=self, _new_name='()')
            self.return_value = found
        return found

    @return_value.setter
    def return_value(self, value):
        if self._mock_delegate is not None:
            self._mock_delegate.return_value = value
        else:
            self._mock_return_value = value
            _adopt(self, value, None, '()')

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    called, call_count, call_args = _delegated('called'), _delegated('call_count'), _delegated('call_args')
    call_args_list, mock_calls = _delegated('call_args_list'), _delegated('mock_calls')

    @property
    def side_effect(self):
        other = self._mock_delegate
        if other is None:
            return self._mock_side_effect
        other.side_effect = effect = _effect(other.side_effect)
        return effect

    @side_effect.setter
    def side_effect(self, value):
        value = _effect(value)
        if self._mock_delegate is None:
            self._mock_side_effect = value
        else:
            self._mock_delegate.side_effect = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:  #: 635
            return
        visited.append(id(self))  #: 637
        self.called, self.call_args, self.call_count = False, None, 0
        self.mock_calls, self.call_args_list, self.method_calls = _CallList(), _CallList(), _CallList()
        if return_value:
            self._mock_return_value = DEFAULT
        if side_effect:
            self._mock_side_effect = None
        for child in self._mock_children.values():
            if not isinstance(child, _Later) and child is not _deleted:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        result = self._mock_return_value
        if _is_mock(result) and result is not self:
            result.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        for name, value in sorted(kwargs.items(), key=lambda pair: pair[0].count('.')):
            *path, last = name.split('.')
            target = self
            for part in path:
                target = getattr(target, part)
            setattr(target, last, value)

    def __getattr__(self, name):
        if name in ('_mock_methods', '_mock_unsafe'):
            raise AttributeError(name)
        if name == '_spec_signature':
            return self._signature()
        methods = self._mock_methods
        if methods is not None:
            if name not in methods or name in _all_magics:
                raise AttributeError(f'Mock object has no attribute {name!r}')  #: 688 raise AttributeError("Mock object has no attribute %r" % name)
        elif _is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (not methods or name not in methods) and (
                name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')) or name in _ASSERTIONS):
            raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to '  #: 693 raise AttributeError(⏎    f"{name!r} is not a valid assertion. Use a spec "⏎    f"for the mock if {name!r} is meant to be an attribute.")
                                 'be an attribute.')
        children = self._mock_children
        found = children.get(name)
        if found is _deleted:
            raise AttributeError(name)
        if found is None:
            wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            found = children[name] = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name,  #: 708 result = «self._get_child_mock(⏎    parent=self, name=name, wraps=wraps, _new_name=name,⏎    _new_parent=self⏎)»
                                                          _new_parent=self)
        elif isinstance(found, _Later):
            if _is_mock(found.spec):
                raise InvalidSpecError(
                    f'Cannot autospec attr {name!r} from target {self.__dict__["_mock_name"] or self!r} as it has '
                    f'already been mocked out. [target={self!r}, attr={found.spec!r}]')
            from unittest._mock_autospec import create_autospec
            found = children[name] = create_autospec(found.spec, found.spec_set, False, found.parent, found.name)
        return found

    def _extract_mock_name(self):
        names, at = [], self
        while at._mock_new_parent is not None:
            names.append(at._mock_new_name)
            at = at._mock_new_parent
        text = at._mock_name or 'mock'
        for name in reversed(names):
            text += name if name == '()' else '.' + name
        return text

    def __repr__(self):
        name, kind = self._extract_mock_name(), self._spec_class
        shown = '' if name in ('mock', 'mock.') else f' name={name!r}'
        spec = '' if kind is None else f' {"spec_set" if self._spec_set else "spec"}={kind.__name__!r}'
        return f"<{type(self).__name__}{shown}{spec} id='{id(self)}'>"

    def __dir__(self):
        from unittest import mock
        if not mock.FILTER_DIR:
            return object.__dir__(self)
        names = {*(self._mock_methods or ()), *(name for name in dir(type(self)) if not name.startswith('_'))}
        names.update(name for name in self.__dict__ if not name.startswith('_') or _is_magic(name))
        names.update(name for name, child in self._mock_children.items() if child is not _deleted)
        return sorted(names)

    def __setattr__(self, name, value):
        if name in _allowed_names:
            return object.__setattr__(self, name, value)
        methods = self._mock_methods
        if self._spec_set and methods is not None and name not in methods and name not in self.__dict__:
            raise AttributeError(f"Mock object has no attribute '{name}'")  #: 804 raise AttributeError("Mock object has no attribute '%s'" % name)
        if name in _unsupported_magics:
            raise AttributeError(f'Attempting to set unsupported magic method {name!r}.')
        if name in _all_magics:
            if methods is not None and name not in methods:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if _is_mock(value):
                _adopt(self, value, None, name)
                setattr(type(self), name, value)
                self._mock_children[name] = value
            else:
                setattr(type(self), name, _as_method(name, value))
                value = _functools.partial(value, self)
        elif name == '__class__':
            self._spec_class = value
            return
        elif _adopt(self, value, name, name):
            self._mock_children[name] = value
        if self._mock_sealed and not hasattr(self, name):
            raise AttributeError(f'Cannot set {self._extract_mock_name()}.{name}')
        if isinstance(value, PropertyMock):
            self.__dict__[name] = value
            return
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _all_magics and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                return
        child = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif child is _deleted:
            raise AttributeError(name)
        self._mock_children[name] = _deleted

    def _get_child_mock(self, /, **kw):
        if self._mock_sealed:
            raise AttributeError(self._extract_mock_name() + (f'.{kw["name"]}' if 'name' in kw else '()'))  #: 1064 raise AttributeError(mock_name)
        name, kind = kw.get('_new_name'), type(self)
        if self._is_async_in_spec(name):
            return AsyncMock(**kw)
        if issubclass(kind, MagicMock) and name in _async_method_magics:
            return AsyncMock(**kw)
        if issubclass(kind, AsyncMockMixin):
            plain = name in _all_sync_magics or self._mock_methods and name in self._mock_methods
            return (MagicMock if plain else AsyncMock)(**kw)
        if not issubclass(kind, CallableMixin):
            return (MagicMock if issubclass(kind, NonCallableMagicMock) else Mock)(**kw)
        return kind.__mro__[1](**kw)


_ASSERTIONS = frozenset(name.removeprefix('assert_') for name in dir(NonCallableMock) if name.startswith('assert_'))


def _effect(value):
    if value is None or _is_exception(value) or _callable(value):
        return value
    try:
        return iter(value)
    except TypeError:
        return value


class CallableMixin(Base):
    """What makes a mock callable."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name='', _new_parent=None, **kwargs):
        self.__dict__['_mock_return_value'] = return_value
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)  #: 1149 _safe_super(CallableMixin, self).__init__(⏎    spec, wraps, name, spec_set, parent,⏎    _spec_state, _new_name, _new_parent, **kwargs⏎)
        self.side_effect = side_effect

    def _mock_check_sig(self, /, *args, **kwargs):
        pass

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)  #: 1165
        self._increment_mock_call(*args, **kwargs)
        return self._mock_call(*args, **kwargs)  #: 1167

    def _mock_call(self, /, *args, **kwargs):
        return self._execute_mock_call(*args, **kwargs)  #: 1171

    def _increment_mock_call(self, /, *args, **kwargs):
        self.called = True
        self.call_count += 1
        self.call_args = made = _Call((args, kwargs), two=True)
        self.call_args_list.append(made)
        self.mock_calls.append(_Call(('', args, kwargs)))
        # All above hear of it: of a method if names alone lead to it, of a call in any case.
        is_method, method = self._mock_parent is not None, self._mock_name
        path, above = self._mock_new_name, self._mock_new_parent
        is_result = path == '()'
        while above is not None:
            if is_method:
                above.method_calls.append(_Call((method, args, kwargs)))
                is_method = above._mock_parent is not None
                method = f'{above._mock_name}.{method}'
            above.mock_calls.append(_Call((path, args, kwargs)))
            if step := above._mock_new_name:
                path = f'{step}{"" if is_result else "."}{path}'
                is_result = step == '()'
            above = above._mock_new_parent

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect  #: 1226
            if not _callable(effect):
                result = next(effect)  #: 1228
                if _is_exception(result):
                    raise result  #: 1230
            else:
                result = effect(*args, **kwargs)  #: 1232
            if result is not DEFAULT:
                return result
        other, wrapped = self._mock_delegate, self._mock_wraps
        if self._mock_return_value is not DEFAULT or other and other.return_value is not DEFAULT or wrapped is None:
            return self.return_value
        return wrapped(*args, **kwargs)  #: 1244 return «self._mock_wraps(*args, **kwargs)»


class Mock(CallableMixin, NonCallableMock):
    """A mock that can be called."""


class MagicMixin(Base):
    """What gives a mock its special methods: NonCallableMock.__new__ puts them into its class."""

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        for name in _SPECIALS:
            if name not in (self._mock_methods or ()) and name in type(self).__dict__:
                delattr(self, name)


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A mock with special methods, not to be called."""


class MagicMock(MagicMixin, Mock):
    """A mock with special methods."""

    def reset_mock(self, /, *args, return_value=False, **kwargs):
        # What special methods give at first stays.
        is_special = self._mock_name and _is_magic(self._mock_name)
        super().reset_mock(*args, return_value=return_value and not is_special, **kwargs)  #: 2232 super().reset_mock(*args, return_value=return_value, **kwargs)


class AsyncMagicMixin(MagicMixin):
    """The special methods of AsyncMock."""


class AsyncMock(AsyncMockMixin, AsyncMagicMixin, Mock):
    """A mock whose calls give coroutines."""


class PropertyMock(Mock):
    """A mock that stands for a property."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, instance, owner=None):
        return self()  #: 3034 return «self()»

    def __set__(self, instance, value):
        self(value)
