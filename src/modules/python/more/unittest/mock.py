"""Objects that stand for others and remember how they were used."""
import asyncio as _asyncio
import builtins as _builtins
import contextlib as _contextlib
import functools as _functools
import inspect as _inspect
import sys as _sys
import types as _types
import weakref as _weakref

__all__ = ('Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'AsyncMock',
           'ThreadingMock', 'FILTER_DIR', 'NonCallableMock', 'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal')

FILTER_DIR = True
FunctionTypes = _types.FunctionType, _types.MethodType


class InvalidSpecError(Exception):
    """A mock cannot say what another mock has."""


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'

    def __reduce__(self):
        return f'sentinel.{self.name}'


class _Sentinel:
    """Each name is one object."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))

    def __reduce__(self):
        return 'sentinel'


sentinel = _Sentinel()
DEFAULT, _missing, _deleted = sentinel.DEFAULT, sentinel.MISSING, sentinel.DELETED


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _ANY()


def _is_mock(value):
    return issubclass(type(value), NonCallableMock)


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


def _is_list(value):
    return type(value) in (list, tuple)


def _is_magic(name):
    return f'__{name[2:-2]}__' == name


def _is_async(value):
    if _is_mock(value) and not isinstance(value, AsyncMock):
        return False
    value = getattr(value, '__func__', value)
    return _asyncio.iscoroutinefunction(value) or _inspect.isawaitable(value)


def _callable(value):
    if isinstance(value, type):
        return True
    if isinstance(value, (staticmethod, classmethod, _types.MethodType)):
        return _callable(value.__func__)
    return getattr(value, '__call__', None) is not None


def _instances_callable(value):
    """Whether it can be called; of a class, whether its instances can."""
    if not isinstance(value, type):
        return getattr(value, '__call__', None) is not None
    return any(vars(base).get('__call__') is not None for base in value.__mro__)


def _within(value):
    """The mock behind a function that create_autospec has made."""
    return value.mock if isinstance(value, FunctionTypes) and hasattr(value, 'mock') else value


# How what is mocked is called

def _signature_of(spec, as_instance, bound):
    """What is called when `spec` is, and its signature, without the first parameter if it is `bound`; None: unknown."""
    if isinstance(spec, type) and not as_instance:
        spec, bound = spec.__init__, True
    elif isinstance(spec, (classmethod, staticmethod)):
        bound = bound or isinstance(spec, classmethod)
        spec = spec.__func__
    elif not isinstance(spec, FunctionTypes):
        spec = getattr(spec, '__call__', None)
        if spec is None:
            return None
    try:
        return spec, _inspect.signature(_functools.partial(spec, None) if bound else spec)
    except ValueError:
        return None


def _described_as(function, original):
    for name in ('__name__', '__doc__', '__module__', '__defaults__', '__kwdefaults__'):
        try:
            setattr(function, name, getattr(original, name))
        except AttributeError:
            pass


def _check_signature(spec, mock, bound, instance=False):
    """The mock takes what `spec` takes."""
    found = _signature_of(spec, instance, bound)
    if found is None:
        return
    original, sig = found

    def checksig(self, /, *args, **kwargs):
        sig.bind(*args, **kwargs)  #: 133
    _described_as(checksig, original)
    type(mock)._mock_check_sig, type(mock).__signature__ = checksig, sig


def _as_function(mock, original, is_async):
    """A function with the name and the parameters of `original` that calls the mock and shows what it has seen."""
    found = _signature_of(original, False, False)
    if found is None:
        return mock
    sig = found[1]

    def checksig(*args, **kwargs):
        sig.bind(*args, **kwargs)  #: 194
    _described_as(checksig, found[0])
    name = original.__name__ if original.__name__.isidentifier() else 'funcopy'
    names = {'_checksig_': checksig, 'mock': mock}
    exec(f'{"async " if is_async else ""}def {name}(*args, **kwargs):\n    _checksig_(*args, **kwargs)\n'
         f'    return {"await " if is_async else ""}mock(*args, **kwargs)', names)
    made = names[name]

    def reset_mock():
        made.method_calls, made.mock_calls = _CallList(), _CallList()
        mock.reset_mock()
        if _is_mock(result := made.return_value) and result is not mock:
            result.reset_mock()
    made.mock, made.reset_mock, made.__signature__ = mock, reset_mock, sig
    made.called, made.call_count, made.call_args = False, 0, None
    made.call_args_list, made.method_calls, made.mock_calls = _CallList(), _CallList(), _CallList()
    made.return_value, made.side_effect, made._mock_children = mock.return_value, mock.side_effect, mock._mock_children
    if is_async:
        made.await_count, made.await_args, made.await_args_list = 0, None, _CallList()
    for each in _asking(mock):
        setattr(made, each.__name__, each)
    for each in dir(AsyncMock) if is_async else ():
        if each.startswith('assert_') and not hasattr(made, each):
            setattr(made, each, _asks(mock, each))
    mock._mock_delegate = made
    return made


def _asking(mock):
    """The assertions that a function has for its mock."""
    def assert_called_with(*args, **kwargs):
        return mock.assert_called_with(*args, **kwargs)  #: 236

    def assert_called(*args, **kwargs):
        return mock.assert_called(*args, **kwargs)  #: 238

    def assert_not_called(*args, **kwargs):
        return mock.assert_not_called(*args, **kwargs)  #: 240

    def assert_called_once(*args, **kwargs):
        return mock.assert_called_once(*args, **kwargs)  #: 242

    def assert_called_once_with(*args, **kwargs):
        return mock.assert_called_once_with(*args, **kwargs)  #: 244

    def assert_has_calls(*args, **kwargs):
        return mock.assert_has_calls(*args, **kwargs)  #: 246

    def assert_any_call(*args, **kwargs):
        return mock.assert_any_call(*args, **kwargs)  #: 248

    return (assert_called_with, assert_called, assert_not_called, assert_called_once, assert_called_once_with,
            assert_has_calls, assert_any_call)


def _asks(mock, name):
    def wrapper(*args, **kwargs):
        return getattr(mock, name)(*args, **kwargs)  #: 291 return «getattr(mock.mock, attr)(*args, **kwargs)»
    wrapper.__name__ = name
    return wrapper


# Calls

def _call_text(name, args, kwargs):
    parts = [repr(arg) for arg in args] + [f'{key}={value!r}' for key, value in kwargs.items()]
    return f'{name}({", ".join(parts)})'


def _parts(value, name=''):
    """Name, arguments and keywords of a tuple that may leave some of them out; None: it has too many."""
    if len(value) > 3:
        return None
    if len(value) == 3:
        return tuple(value)
    if len(value) == 2 and not isinstance(value[0], str):
        return name, *value
    args, kwargs = (), {}
    for item in value:
        if isinstance(item, str):
            name = item
        elif isinstance(item, tuple):
            args = item
        else:
            kwargs = item
    return name, args, kwargs


class _Call(tuple):
    """A call: name, arguments, keywords; or the last two alone."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        name, args, kwargs = _parts(value, name)
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name, self._mock_parent, self._mock_from_kall = name, parent, from_kall

    args = property(lambda self: self[-2])
    kwargs = property(lambda self: self[-1])

    def __eq__(self, other):
        try:
            len(other)
        except TypeError:
            return NotImplemented
        above, others = self._mock_parent, getattr(other, '_mock_parent', None)
        if above and others and above != others:
            return False
        other = _parts(other)
        name = self[0] if len(self) == 3 else ''
        if other is None or name and other[0] != name:
            return False
        return (other[1], other[2]) == (self[-2], self[-1])

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattr__(self, name):
        if self._mock_name is None:
            return _Call(name=name, from_kall=False)
        return _Call(name=f'{self._mock_name}.{name}', parent=self, from_kall=False)

    def __getattribute__(self, name):
        if name in tuple.__dict__:
            # `call.count` and `call.index` are calls as well.
            raise AttributeError
        return tuple.__getattribute__(self, name)

    def __repr__(self):
        name = (self[0] if len(self) == 3 else '') if self._mock_from_kall else self._mock_name or ''
        if name.startswith('()'):
            name = 'call' + name
        elif self._mock_from_kall:
            name = f'call.{name}' if name else 'call'
        return _call_text(name, self[-2], self[-1]) if self._mock_from_kall else name or 'call'

    def call_list(self):
        calls, at = [], self
        while at is not None:
            if at._mock_from_kall:
                calls.append(at)
            at = at._mock_parent
        return _CallList(reversed(calls))


call = _Call(from_kall=False)


class _CallList(list):
    def __repr__(self):
        import pprint
        return pprint.pformat(list(self))

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)  #: 376
        return any(self[at:at + len(value)] == value for at in range(len(self) - len(value) + 1))


def _among(expected, calls):
    """Whether one of the calls is the expected one, whose own parts are asked first: ANY may be among them."""
    return any(all(one == two for one, two in zip(expected, each)) for each in calls)


# Mocks

_allowed_names = {'return_value', '_mock_return_value', 'side_effect', '_mock_side_effect', '_mock_parent',
                  '_mock_new_parent', '_mock_name', '_mock_new_name'}


def _delegated(name):
    """What the function has that stands for the mock, if one does."""
    _allowed_names.add(name)
    own = '_mock_' + name

    def get(self):
        other = self._mock_delegate
        return getattr(self, own) if other is None else getattr(other, name)

    def put(self, value):
        other = self._mock_delegate
        if other is None:
            self.__dict__[own] = value
        else:
            setattr(other, name, value)
    return property(get, put)


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


class _Later:
    """An attribute of an autospec that nobody has asked for yet."""

    def __init__(self, spec, spec_set, parent, name):
        self.spec, self.spec_set, self.parent, self.name = spec, spec_set, parent, name


class Base:
    """What all of them begin with."""
    _mock_return_value = DEFAULT
    _mock_side_effect = None

    def __init__(self, /, *args, **kwargs):
        pass


class NonCallableMock(Base):
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
        names = {'__doc__': cls.__doc__, '__module__': __name__}
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
        inner._mock_parent = inner._mock_new_parent = inner._mock_new_name = None
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
        if id(self) in visited:
            return
        visited.append(id(self))
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
        if not FILTER_DIR:
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

    # What has been called

    def _calls_repr(self):
        return f'\nCalls: {self.mock_calls!r}.' if self.mock_calls else ''

    def _format_mock_call_signature(self, args, kwargs):
        return _call_text(self._mock_name or 'mock', args, kwargs)

    def _format_mock_failure_message(self, args, kwargs, action='call'):
        return (f'expected {action} not found.\nExpected: {self._format_mock_call_signature(args, kwargs)}\n'
                f'  Actual: {self._format_mock_call_signature(*self.call_args)}')

    def _signature_below(self, name):
        """The signature of what a call's name leads to."""
        if not name:
            return self._signature()
        found, children = None, self._mock_children
        for part in name.replace('()', '').split('.'):
            child = children.get(part)
            if child is None or isinstance(child, _Later):
                break
            child = _within(child)
            children, found = child._mock_children, child._signature()
        return found

    def _call_matcher(self, made):
        """A call with its arguments where the signature has them, so that f(1) is f(a=1); what does not fit is the
        exception that says so."""
        name = made[0] if isinstance(made, tuple) and len(made) > 2 else ''
        sig = self._signature_below(name)
        if sig is None:
            return made
        try:
            bound = sig.bind(*made[-2], **made[-1])
        except TypeError as e:
            return e.with_traceback(None)
        return call(name, bound.args, bound.kwargs)

    def _unlike(self, args, kwargs, found, action='call'):
        """What is said of a call that is another one than this, and why."""
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        if self._call_matcher(found) != expected:
            said = self._format_mock_failure_message(args, kwargs, action)
            return said, expected if isinstance(expected, Exception) else None

    def _never(self, args, kwargs, calls):
        """Whether it is none of the calls, and why."""
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        if isinstance(expected, Exception):
            return True, expected
        return not _among(expected, [self._call_matcher(made) for made in calls]), None

    def _lacking(self, calls, made, any_order, several):
        """Which calls are not among those that were made, with what is to be said of their order, and why."""
        expected = [self._call_matcher(each) for each in calls]
        cause = next((each for each in expected if isinstance(each, Exception)), None)
        left = _CallList(self._call_matcher(each) for each in made)
        if not any_order:
            if expected in left:
                return None
            if cause is None:
                return f'{several.capitalize()} not found.', None
            errors = [each if isinstance(each, Exception) else None for each in expected]
            return f'Error processing expected {several}.\nErrors: {errors}', cause
        lost, left = [], list(left)
        for each in expected:
            try:
                left.remove(each)
            except ValueError:
                lost.append(each)
        return (tuple(lost), left, cause) if lost else None

    def assert_not_called(self):
        if self.call_count:
            msg = (f"Expected '{self._mock_name or 'mock'}' to not have been called. Called "
                   f'{self.call_count} times.{self._calls_repr()}')
            raise AssertionError(msg)  #: 938

    def assert_called(self):
        if not self.call_count:
            msg = f"Expected '{self._mock_name or 'mock'}' to have been called."
            raise AssertionError(msg)  #: 946

    def assert_called_once(self):
        if self.call_count != 1:
            msg = (f"Expected '{self._mock_name or 'mock'}' to have been called once. Called "
                   f'{self.call_count} times.{self._calls_repr()}')
            raise AssertionError(msg)  #: 956

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            error_message = ('expected call not found.\nExpected: '
                             f'{self._format_mock_call_signature(args, kwargs)}\n  Actual: not called.')
            raise AssertionError(error_message)  #: 968
        if unlike := self._unlike(args, kwargs, self.call_args):
            raise AssertionError(unlike[0]) from unlike[1]  #: 977 raise AssertionError(_error_message()) from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            msg = (f"Expected '{self._mock_name or 'mock'}' to be called once. Called "
                   f'{self.call_count} times.{self._calls_repr()}')
            raise AssertionError(msg)  #: 988
        return self.assert_called_with(*args, **kwargs)  #: 989

    def assert_any_call(self, /, *args, **kwargs):
        never, cause = self._never(args, kwargs, self.call_args_list)
        if never:
            raise AssertionError(f'{self._format_mock_call_signature(args, kwargs)} call not found') from cause  #: 1048 raise AssertionError(⏎    '%s call not found' % expected_string⏎) from cause

    def assert_has_calls(self, calls, any_order=False):
        lacking = self._lacking(calls, self.mock_calls, any_order, 'calls')
        if lacking and not any_order:
            said, cause = lacking
            raise AssertionError(f'{said}\nExpected: {_CallList(calls)}\n  Actual: {self.mock_calls!r}') from cause  #: 1014 raise AssertionError(⏎    f'{problem}\n'⏎    f'Expected: {_CallList(calls)}\n'⏎    f'  Actual: {safe_repr(self.mock_calls)}'⏎) from cause
        if lacking:
            lost, left, cause = lacking
            raise AssertionError(f'{self._mock_name or "mock"!r} does not contain all of {lost!r} in its call list, '  #: 1030 raise AssertionError(⏎    '%r does not contain all of %r in its call list, '⏎    'found %r instead' % (self._mock_name or 'mock',⏎                          tuple(not_found), all_calls)⏎) from cause
                                 f'found {left!r} instead') from cause


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


# Special methods

def _dunder(names):
    return {f'__{name}__' for name in names.split()}


_numerics = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow'
_magics = _dunder('lt le gt ge eq ne getitem setitem delitem len contains iter hash str sizeof enter exit divmod rdivmod '
                  'neg pos abs invert complex int float index round trunc floor ceil bool next fspath aiter '
                  + ' '.join(f'{name} i{name} r{name}' for name in _numerics.split()))
_async_method_magics = _dunder('aenter aexit anext')
_all_sync_magics = _magics | _dunder(
    'get set delete reversed missing reduce reduce_ex getinitargs getnewargs getstate setstate getformat repr dir '
    'subclasses format getnewargs_ex')
_all_magics = _all_sync_magics | _async_method_magics
_unsupported_magics = _dunder('getattr setattr init new prepare instancecheck subclasscheck del')

# What they give at first, or what makes that of the mock.
_results = {'__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j, '__float__': 1.0,
            '__bool__': True, '__index__': 1, '__aexit__': False}
_results.update((name, NotImplemented) for name in ('__lt__', '__gt__', '__le__', '__ge__'))
_made_results = {'__hash__': object.__hash__, '__str__': object.__str__, '__sizeof__': object.__sizeof__,
                 '__fspath__': lambda mock: f'{type(mock).__name__}/{mock._extract_mock_name()}/{id(mock)}'}


def _as_method(name, function):
    def method(self, /, *args, **kw):
        return function(self, *args, **kw)
    method.__name__ = name
    return method


def _comparing(mock, name):
    def compare(other):
        given = getattr(mock, name)._mock_return_value
        if given is not DEFAULT:
            return given if name == '__eq__' else DEFAULT
        return (name == '__eq__') if mock is other else NotImplemented
    return compare


def _iterating(mock, name):
    def items():
        given = getattr(mock, name)._mock_return_value
        found = iter([] if given is DEFAULT else given)
        return found if name == '__iter__' else _AsyncIterator(found)
    return items


_effects = {'__eq__': _comparing, '__ne__': _comparing, '__iter__': _iterating, '__aiter__': _iterating}


class _AsyncIterator:
    def __init__(self, iterator):
        self.iterator = iterator

    async def __anext__(self):
        try:
            return next(self.iterator)
        except StopIteration:
            pass
        raise StopAsyncIteration


class MagicProxy(Base):
    """A special method that becomes a mock when it is looked at or used."""

    def __init__(self, name):
        self.name = name

    def __get__(self, mock, kind=None):
        name = self.name
        if mock is None:
            mock = getattr(kind, '_mock_of_class', lambda: None)()
        if mock is None:
            return self
        made = mock._get_child_mock(name=name, _new_name=name, _new_parent=mock)
        setattr(mock, name, made)
        if name in _results:
            made.return_value = _results[name]
        elif name in _made_results:
            made.return_value = _made_results[name](mock)
        elif name in _effects:
            made.side_effect = _effects[name](mock, name)
        return made


_SPECIALS = {name: MagicProxy(name) for name in sorted(_magics | _async_method_magics)}


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
        super().reset_mock(*args, return_value=return_value and not is_special, **kwargs)


class AsyncMagicMixin(MagicMixin):
    """The special methods of AsyncMock."""


class AsyncMockMixin(Base):
    """What makes the calls of a mock give coroutines."""
    await_count, await_args = _delegated('await_count'), _delegated('await_args')
    await_args_list = _delegated('await_args_list')

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__.update(_is_coroutine_marker=_inspect._marked, _mock_await_count=0, _mock_await_args=None,
                             _mock_await_args_list=_CallList(), __name__='AsyncMock', __defaults__=(),
                             __kwdefaults__={}, __annotations__=None)

    async def _execute_mock_call(self, /, *args, **kwargs):
        made = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = made
        self.await_args_list.append(made)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect  #: 2310
            if not _callable(effect):
                try:
                    result = next(effect)  #: 2313
                except StopIteration:
                    raise StopAsyncIteration  #: 2317
                if _is_exception(result):
                    raise result  #: 2319
            elif _asyncio.iscoroutinefunction(effect):
                result = await effect(*args, **kwargs)  #: 2321
            else:
                result = effect(*args, **kwargs)  #: 2323
            if result is not DEFAULT:
                return result
        wrapped = self._mock_wraps
        if self._mock_return_value is not DEFAULT or wrapped is None:
            return self.return_value
        if _asyncio.iscoroutinefunction(wrapped):
            return await wrapped(*args, **kwargs)  #: 2333 return «await self._mock_wraps(*args, **kwargs)»
        return wrapped(*args, **kwargs)  #: 2334 return «self._mock_wraps(*args, **kwargs)»

    def assert_awaited(self):
        if not self.await_count:
            msg = f'Expected {self._mock_name or "mock"} to have been awaited.'
            raise AssertionError(msg)  #: 2344

    def assert_awaited_once(self):
        if self.await_count != 1:
            msg = f'Expected {self._mock_name or "mock"} to have been awaited once. Awaited {self.await_count} times.'
            raise AssertionError(msg)  #: 2353

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            expected = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f'Expected await: {expected}\nNot awaited')  #: 2361
        if unlike := self._unlike(args, kwargs, self.await_args, 'await'):
            raise AssertionError(unlike[0]) from unlike[1]  #: 2371 raise AssertionError(_error_message()) from cause

    def assert_awaited_once_with(self, /, *args, **kwargs):
        if self.await_count != 1:
            msg = f'Expected {self._mock_name or "mock"} to have been awaited once. Awaited {self.await_count} times.'
            raise AssertionError(msg)  #: 2381
        return self.assert_awaited_with(*args, **kwargs)  #: 2382

    def assert_any_await(self, /, *args, **kwargs):
        never, cause = self._never(args, kwargs, self.await_args_list)
        if never:
            raise AssertionError(f'{self._format_mock_call_signature(args, kwargs)} await not found') from cause  #: 2393 raise AssertionError(⏎    '%s await not found' % expected_string⏎) from cause

    def assert_has_awaits(self, calls, any_order=False):
        lacking = self._lacking(calls, self.await_args_list, any_order, 'awaits')
        if lacking and not any_order:
            said, cause = lacking
            raise AssertionError(f'{said}\nExpected: {_CallList(calls)}\nActual: {self.await_args_list}') from cause  #: 2421 raise AssertionError(⏎    f'{problem}\n'⏎    f'Expected: {_CallList(calls)}\n'⏎    f'Actual: {self.await_args_list}'⏎) from cause
        if lacking:
            raise AssertionError(f'{lacking[0]!r} not all found in await list') from lacking[2]  #: 2437 raise AssertionError(⏎    '%r not all found in await list' % (tuple(not_found),)⏎) from cause

    def assert_not_awaited(self):
        if self.await_count:
            msg = (f'Expected {self._mock_name or "mock"} to not have been awaited. Awaited '
                   f'{self.await_count} times.')
            raise AssertionError(msg)  #: 2448

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.await_count, self.await_args, self.await_args_list = 0, None, _CallList()


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


_UNGIVEN = sentinel.TIMEOUT_UNSET


class ThreadingMixin(Base):
    """What lets threads wait for a mock's calls."""
    DEFAULT_TIMEOUT = None

    def _get_child_mock(self, /, **kw):
        for above in kw.get('parent'), kw.get('_new_parent'):
            if isinstance(above, ThreadingMixin):
                kw['timeout'] = above._mock_wait_timeout
                break
        return super()._get_child_mock(**kw)

    def __init__(self, *args, timeout=_UNGIVEN, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__['_mock_wait_timeout'] = self.DEFAULT_TIMEOUT if timeout is _UNGIVEN else timeout
        self._new_events()

    def _new_events(self):
        import threading
        self.__dict__.update(_mock_event=threading.Event(), _mock_calls_events=[],
                             _mock_calls_events_lock=threading.Lock())

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self._new_events()

    def _event_of(self, args, kwargs):
        import threading
        with self._mock_calls_events_lock:
            for *given, event in self._mock_calls_events:
                if given == [args, kwargs]:
                    return event
            event = threading.Event()
            self._mock_calls_events.append((args, kwargs, event))
            return event

    def _mock_call(self, *args, **kwargs):
        result = super()._mock_call(*args, **kwargs)
        self._event_of(args, kwargs).set()
        self._mock_event.set()
        return result

    def wait_until_called(self, *, timeout=_UNGIVEN):
        timeout = self._mock_wait_timeout if timeout is _UNGIVEN else timeout
        if not self._mock_event.wait(timeout=timeout):
            msg = f'{self._mock_name or "mock"} was not called before timeout({timeout}).'
            raise AssertionError(msg)  #: 3100

    def wait_until_any_call_with(self, *args, **kwargs):
        if not self._event_of(args, kwargs).wait(timeout=self._mock_wait_timeout):
            expected_string = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f'{expected_string} call not found')  #: 3110


class ThreadingMock(ThreadingMixin, MagicMixin, Mock):
    """A mock whose calls other threads can wait for."""


def _refuse_typos(names):
    for typo in ('autospect', 'auto_spec', 'set_spec'):
        if typo in names:
            raise RuntimeError(f'{typo!r} might be a typo; use unsafe=True if this is intended')


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock that has what `spec` has, all the way down, and takes the arguments that it takes."""
    if _is_list(spec):
        spec = type(spec)
    is_type, is_function = isinstance(spec, type), isinstance(spec, FunctionTypes)
    if _is_mock(spec):
        raise InvalidSpecError(f'Cannot autospec a Mock object. [object={spec!r}]')
    is_async = bool(getattr(spec, '__code__', None)) and _asyncio.iscoroutinefunction(spec)
    given = {'spec_set': spec} if spec_set else {} if spec is None else {'spec': spec}
    if given and instance:
        given['_spec_as_instance'] = True
    if not unsafe:
        _refuse_typos(kwargs)
    _name = kwargs.pop('name', _name)
    given.update(kwargs)
    kind = MagicMock
    if _inspect.isdatadescriptor(spec):
        given = {}
    elif is_async:
        if instance:
            raise RuntimeError('Instance can not be True when create_autospec is mocking an async function')
        kind = AsyncMock
    elif not _callable(spec) or is_type and instance and not _instances_callable(spec):
        kind = NonCallableMagicMock
    mock = kind(parent=_parent, _new_parent=_parent, _new_name='' if _parent is None else _name, name=_name, **given)
    if is_function:
        mock = _as_function(mock, spec, is_async)
    else:
        _check_signature(spec, mock, is_type, instance)
    if _parent is not None and not instance:
        _parent._mock_children[_name] = mock
    wrapped = kwargs.pop('wraps', None)
    if is_type and not instance and 'return_value' not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name='()', _parent=mock, wraps=wrapped)
    for name in dir(spec):
        original = _missing if _is_magic(name) else getattr(spec, name, _missing)
        if original is _missing:
            continue
        if not isinstance(original, FunctionTypes):
            mock._mock_children[name] = _Later(original, spec_set, mock, name)
            continue
        child = {'spec': original}
        if wrapped and hasattr(wrapped, name):
            child['wraps'] = original
        if spec_set:
            child = {'spec_set': original}
        parent = mock.mock if is_function else mock
        bound = _is_bound(spec, name, is_type)
        kind = AsyncMock if _asyncio.iscoroutinefunction(original) else MagicMock
        made = kind(parent=parent, name=name, _new_name=name, _new_parent=parent, _eat_self=bound, **child)
        mock._mock_children[name] = made
        made.return_value = kind()
        _check_signature(original, made, bound)
        setattr(mock, name, made)
    if _is_mock(mock) and kwargs:
        mock.configure_mock(**kwargs)
    return mock


def _is_bound(spec, name, is_type):
    """Whether the first parameter of `spec`'s method is given by looking it up."""
    if not is_type:
        if name in getattr(spec, '__dict__', ()):
            return False
        spec = spec.__class__
    for base in spec.__mro__:
        if name in vars(base):
            return is_type and isinstance(vars(base)[name], FunctionTypes)
    return is_type


def seal(mock):
    """No further attributes come into being."""
    mock._mock_sealed = True
    for name in dir(mock):
        child = mock._mock_children.get(name)
        if isinstance(child, _Later):
            continue
        try:
            child = getattr(mock, name)
        except AttributeError:
            continue
        if isinstance(child, NonCallableMock) and child._mock_new_parent is mock:
            seal(child)


# Patches

_open_patches = []


class _Starting:
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
        kind = MagicMock
        if self.new_callable is not None:
            kind = self.new_callable
        elif spec is None and _is_async(original) or like is not None and _is_async(like):
            kind = AsyncMock
        elif like is not None and ('__call__' not in like if _is_list(like) else not callable(like)):
            kind = NonCallableMagicMock
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
                kind = NonCallableMagicMock
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


def mock_open(mock=None, read_data=''):
    """A mock of `open`, whose files hold `read_data`."""
    import io
    kind = io.BytesIO if isinstance(read_data, bytes) else io.StringIO
    stream = kind(read_data)
    if mock is None:
        mock = MagicMock(name='open', spec=dir(open))
    handle = MagicMock(spec=list({*dir(io.TextIOWrapper), *dir(io.BytesIO)}))
    handle.__enter__.return_value = handle
    handle.write.return_value = handle.read.return_value = None
    handle.readline.return_value = handle.readlines.return_value = None

    def read(*args, **kwargs):
        given = handle.read.return_value
        return stream.read(*args, **kwargs) if given is None else given

    def readlines(*args, **kwargs):
        given = handle.readlines.return_value
        return stream.readlines(*args, **kwargs) if given is None else given

    def lines():
        if handle.readline.return_value is not None:
            while True:
                yield handle.readline.return_value
        yield from stream

    def each_line():
        yield from lines()
        while True:
            yield stream.readline()

    def following():
        given = handle.readline.return_value
        return next(stream) if given is None else given

    def closed(*exc):
        handle.close()

    def opened(*args, **kwargs):
        nonlocal stream, reading
        stream = kind(read_data)
        if handle.readline.side_effect == reading:
            reading = handle.readline.side_effect = each_line()
        return DEFAULT
    reading = each_line()
    handle.read.side_effect, handle.readline.side_effect, handle.readlines.side_effect = read, reading, readlines
    handle.__iter__.side_effect, handle.__next__.side_effect = lines, following
    handle.__exit__.side_effect, mock.side_effect, mock.return_value = closed, opened, handle
    return mock
