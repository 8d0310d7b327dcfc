"""Objects that stand for others and remember how they were used."""
import asyncio as _asyncio
import inspect as _inspect
import types as _types

__all__ = ['Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'AsyncMock',
           'NonCallableMock', 'NonCallableMagicMock', 'PropertyMock', 'mock_open', 'seal']


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'


class _Sentinels:
    def __getattr__(self, name):
        found = self.__dict__[name] = _Sentinel(name)
        return found


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING


class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _Any()


def _call_text(name, args, kwargs):
    parts = [repr(arg) for arg in args] + [f'{key}={value!r}' for key, value in kwargs.items()]
    return f'{name}({", ".join(parts)})'


class _Call(tuple):
    """A call: name, arguments, keywords."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        for item in value:
            if isinstance(item, tuple):
                args = item
            elif isinstance(item, dict):
                kwargs = item
            else:
                name = item
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._name, self._parent = name, parent

    args = property(lambda self: self[-2])
    kwargs = property(lambda self: self[-1])

    def __eq__(self, other):
        if not isinstance(other, tuple):
            return NotImplemented
        one, two = _Call(self), _Call(other)
        return (len(self) < 3 or len(other) < 3 or not self[0] or not other[0] or self[0] == other[0]) and (
            one[1:] == two[1:] if True else False)

    __hash__ = None

    def __ne__(self, other):
        return not self == other

    def __call__(self, *args, **kwargs):
        return _Call((self._name or '', args, kwargs), name=(self._name or '') + '()')

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return _Call(name=f'{self._name}.{name}' if self._name else name)

    def __repr__(self):
        name = self[0] if len(self) == 3 else ''
        return _call_text('call' + (f'.{name}' if name and not name.startswith('()') else name), self[-2], self[-1])


call = _Call()


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


class _CallList(list):
    def __repr__(self):
        import pprint
        return pprint.pformat(list(self))

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)  #: 376
        return any(self[at:at + len(value)] == value for at in range(len(self) - len(value) + 1))


_OWN = frozenset(('return_value', 'side_effect', 'called', 'call_count', 'call_args', 'call_args_list', 'mock_calls',
                  'method_calls', '_mock_name', '_mock_parent', '_mock_children', '_mock_spec', '_mock_sealed',
                  '_mock_wraps', '_mock_return', '_mock_effect', 'await_count', 'await_args', 'await_args_list',
                  '_mock_spec_class', '_mock_new_name'))


class NonCallableMock:
    """Attributes come into being when they are asked for."""

    def __new__(cls, *args, **kwargs):
        # A class of its own, so that special methods can be set on one mock alone.
        names = {'__doc__': cls.__doc__, '__module__': cls.__module__}
        if not cls._mock_magic:
            return object.__new__(type(cls.__name__, (cls,), names))
        spec = args[0] if args else kwargs.get('spec')
        spec = kwargs.get('spec_set') if spec is None else spec
        if spec is None:
            return object.__new__(type(cls.__name__, (cls, _Specials), names))
        has = spec if isinstance(spec, (list, tuple)) else dir(spec)
        names.update((name, vars(_Specials)[name]) for name in _SPECIALS.intersection(has))
        return object.__new__(type(cls.__name__, (cls,), names))

    _mock_magic = False

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 unsafe=False, parent=None, **kwargs):
        own = self.__dict__
        own['_mock_name'], own['_mock_parent'], own['_mock_children'] = name, parent, {}
        own['_mock_wraps'], own['_mock_sealed'] = wraps, False
        spec = spec if spec is not None else spec_set
        own['_mock_spec'] = None if spec is None else set(spec) if isinstance(spec, (list, tuple)) else set(dir(spec))
        own['_mock_spec_class'] = None if spec is None or isinstance(spec, (list, tuple)) else (
            spec if isinstance(spec, type) else type(spec))
        own['_mock_return'], own['_mock_effect'], own['_mock_new_name'] = return_value, None, '()'
        own['_mock_spec_source'] = spec if own['_mock_spec_class'] is not None and callable(spec) else None
        own['_mock_set_only'] = spec_set is not None
        self.side_effect = side_effect
        self.reset_mock()
        self.configure_mock(**kwargs)  #: 500

    @property
    def __class__(self):
        return self.__dict__.get('_mock_spec_class') or type(self)

    def reset_mock(self, *, return_value=False, side_effect=False):
        own = self.__dict__
        own.update(called=False, call_count=0, call_args=None, call_args_list=_CallList(), mock_calls=_CallList(),
                   method_calls=_CallList())
        if return_value:
            own['_mock_return'] = DEFAULT
        if side_effect:
            own['_mock_effect'] = None
        for child in own['_mock_children'].values():
            if isinstance(child, NonCallableMock):
                child.reset_mock()
        if isinstance(own['_mock_return'], NonCallableMock):
            own['_mock_return'].reset_mock()

    def configure_mock(self, **kwargs):
        for name, value in sorted(kwargs.items(), key=lambda pair: pair[0].count('.')):
            *path, last = name.split('.')
            target = self
            for part in path:
                target = getattr(target, part)
            setattr(target, last, value)

    def attach_mock(self, mock, attribute):
        mock.__dict__['_mock_parent'] = None
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        self.__dict__['_mock_spec'] = set(spec) if isinstance(spec, (list, tuple)) else set(dir(spec))

    def _get_child_mock(self, /, **kwargs):
        kind = type(self).__mro__[1]
        if issubclass(kind, AsyncMock):
            kind = AsyncMock
        elif kind is NonCallableMock:
            kind = Mock
        elif kind is NonCallableMagicMock:
            kind = MagicMock
        return kind(**kwargs)

    def _async_in_spec(self, name):
        spec = self.__dict__.get('_mock_spec_class')
        return spec is not None and _inspect.iscoroutinefunction(getattr(spec, name, None))

    def __getattr__(self, name):
        own = self.__dict__
        if name.startswith('__') and name.endswith('__') or '_mock_children' not in own:
            raise AttributeError(name)
        if own['_mock_spec'] is not None and name not in own['_mock_spec'] and name not in own['_mock_children']:
            raise AttributeError(f'Mock object has no attribute {name!r}')  #: 688 raise AttributeError("Mock object has no attribute %r" % name)
        found = own['_mock_children'].get(name)
        if found is _missing:
            raise AttributeError(name)
        if found is None:
            if name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt', 'called_')):
                raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is "
                                     "meant to be an attribute.")
            if own['_mock_sealed']:
                raise AttributeError(f'{self._full_name()}.{name}')
            if '_mock_autospec' in own:
                found = _specified(self, name)
            elif self._async_in_spec(name):
                found = AsyncMock(parent=self, name=name)
            else:
                wraps = getattr(own['_mock_wraps'], name) if own['_mock_wraps'] is not None else None
                found = self._get_child_mock(parent=self, name=name, wraps=wraps)
            own['_mock_children'][name] = found
            found.__dict__['_mock_new_name'] = name
        return found

    def __setattr__(self, name, value):
        if name in _OWN or isinstance(getattr(NonCallableMock, name, None), property) or isinstance(
                getattr(type(self), name, None), property):
            object.__setattr__(self, name, value)
            return
        if name.startswith('__') and name.endswith('__'):
            kind = type(self)
            if isinstance(value, NonCallableMock):
                setattr(kind, name, lambda self, *args, **kwargs: value(*args, **kwargs))
                self.__dict__['_mock_children'][name] = value
                kind.__getattribute__ = _with_special
            elif callable(value) and not isinstance(value, type):
                setattr(kind, name, value)
            else:
                object.__setattr__(self, name, value)
            return
        spec = self.__dict__.get('_mock_spec')
        if spec is not None and name not in spec and self.__dict__.get('_mock_set_only'):
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if isinstance(value, NonCallableMock) and value.__dict__['_mock_parent'] is None and not value.__dict__[
                '_mock_name']:
            value.__dict__.update(_mock_parent=self, _mock_new_name=name, _mock_name=name)
        self.__dict__['_mock_children'][name] = value
        if not isinstance(value, NonCallableMock):
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        self.__dict__.pop(name, None)
        self.__dict__['_mock_children'][name] = _missing

    def __dir__(self):
        own = self.__dict__
        return sorted({*(own['_mock_spec'] or dir(type(self))), *own['_mock_children']})

    def _full_name(self):
        parts, at = [], self
        while at is not None:
            own = at.__dict__
            parts.append(own['_mock_name'] or 'mock')
            at = own['_mock_parent']
        text = ''
        for part in reversed(parts):
            text += part if part == '()' or not text else '.' + part
        return text

    def __repr__(self):
        own, name = self.__dict__, ''
        if own['_mock_name'] or own['_mock_parent'] is not None:
            name = f" name='{self._full_name()}'"
        spec = ''
        if own['_mock_spec_class'] is not None:
            spec = f" spec='{own['_mock_spec_class'].__name__}'"
        return f'<{type(self).__name__}{name}{spec} id=\'{id(self)}\'>'

    def _get_return(self):
        own = self.__dict__
        if own['_mock_return'] is DEFAULT:
            made = self._get_child_mock(parent=self, name='()')
            own['_mock_return'] = made
        return own['_mock_return']

    def _set_return(self, value):
        self.__dict__['_mock_return'] = value
        if isinstance(value, NonCallableMock) and value.__dict__['_mock_parent'] is None and not value.__dict__[
                '_mock_name']:
            value.__dict__.update(_mock_parent=self, _mock_name='()')

    return_value = property(lambda self: self._get_return(), lambda self, value: self._set_return(value))

    @property
    def side_effect(self):
        return self.__dict__['_mock_effect']

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not isinstance(value, BaseException):
            value = iter(value)
        self.__dict__['_mock_effect'] = value

    # Assertions

    def _shown(self, args, kwargs, action='call'):
        return _call_text(self.__dict__['_mock_name'] or 'mock', args, kwargs)

    def assert_not_called(self):
        if self.call_count:
            msg = (f"Expected '{self._mock_name or 'mock'}' to not have been called. Called "
                   f'{self.call_count} times.{self._calls_text()}')
            raise AssertionError(msg)  #: 938

    def assert_called(self):
        if not self.call_count:
            msg = f"Expected '{self._mock_name or 'mock'}' to have been called."
            raise AssertionError(msg)  #: 946

    def assert_called_once(self):
        if self.call_count != 1:
            msg = (f"Expected '{self._mock_name or 'mock'}' to have been called once. Called "
                   f'{self.call_count} times.{self._calls_text()}')
            raise AssertionError(msg)  #: 956

    def _calls_text(self):
        return f'\nCalls: {self.mock_calls!r}.' if self.mock_calls else ''

    def _mismatch(self, args, kwargs, found, action='call'):
        expected = self._shown(args, kwargs)
        if found is None:
            word = 'called' if action == 'call' else 'awaited'
            return f'expected {action} not found.\nExpected: {expected}\n  Actual: not {word}.'
        return (f'expected {action} not found.\nExpected: {expected}\n  Actual: '
                f'{self._shown(found[-2], found[-1])}')

    def _signature(self):
        """How it is called, if what it stands for tells."""
        own = self.__dict__
        if '_mock_signature' not in own and own['_mock_spec_source'] is not None:
            own['_mock_matching'] = _signature_of(own.pop('_mock_spec_source'), False)
            own['_mock_spec_source'] = None
        return own.get('_mock_signature') or own.get('_mock_matching')

    def _matched(self, made):
        """A call with its arguments where the signature has them, so that f(1) is f(a=1); what does not fit is the
        exception that says so."""
        if made is None:
            return None
        name, mock = made[0] if len(made) == 3 else '', self
        for part in name.split('.') if name else ():
            mock = mock.__dict__['_mock_children'].get(part) if isinstance(mock, NonCallableMock) else None
        signature = mock._signature() if isinstance(mock, NonCallableMock) else None
        if signature is None:
            return made
        try:
            bound = signature.bind(*made[-2], **made[-1])
        except TypeError as e:
            return e.with_traceback(None)
        return _Call((name, bound.args, bound.kwargs))

    def _unlike(self, args, kwargs, found, action='call'):
        """What is said of a call that is another one than this, and why."""
        expected = self._matched(_Call((args, kwargs), two=True))
        if self._matched(found) != expected:
            return self._mismatch(args, kwargs, found, action), expected if isinstance(expected, Exception) else None

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            error_message = self._mismatch(args, kwargs, None)
            raise AssertionError(error_message)  #: 968
        if unlike := self._unlike(args, kwargs, self.call_args):
            raise AssertionError(unlike[0]) from unlike[1]  #: 977 raise AssertionError(_error_message()) from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            msg = (f"Expected '{self._mock_name or 'mock'}' to be called once. Called "
                   f'{self.call_count} times.{self._calls_text()}')
            raise AssertionError(msg)  #: 988
        return self.assert_called_with(*args, **kwargs)  #: 989

    def assert_any_call(self, /, *args, **kwargs):
        expected = self._matched(_Call((args, kwargs), two=True))
        if isinstance(expected, Exception) or expected not in [self._matched(made) for made in self.call_args_list]:
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError(f'{self._shown(args, kwargs)} call not found') from cause  #: 1048 raise AssertionError(⏎    '%s call not found' % expected_string⏎) from cause

    def assert_has_calls(self, calls, any_order=False):
        calls, every = list(calls), self.mock_calls
        expected, matched = [*map(self._matched, calls)], _CallList(map(self._matched, every))
        if not any_order:
            if expected not in matched:
                raise AssertionError(f'Calls not found.\nExpected: {_CallList(calls)}\n  Actual: {every}')
            return
        left, lost = matched, []
        for one in expected:
            if one in left:
                left.remove(one)
            else:
                lost.append(one)
        if lost:
            raise AssertionError(f'{self._mock_name or "mock"!r} does not contain all of {tuple(lost)!r} in its call '
                                 f'list, found {every!r} instead')

    def _record(self, args, kwargs):
        own = self.__dict__
        if (signature := own.get('_mock_signature')) is not None:
            signature.bind(*args, **kwargs)
        made = _Call((args, kwargs), two=True)
        own['called'] = True
        own['call_count'] += 1
        own['call_args'] = made
        own['call_args_list'].append(made)
        own['mock_calls'].append(_Call(('', args, kwargs)))
        at, name = self, ''
        while (parent := at.__dict__['_mock_parent']) is not None:
            step = at.__dict__['_mock_name']
            name = f'{step}{"" if name.startswith("()") else "." if name else ""}{name}' if name else step
            above = parent.__dict__
            above['mock_calls'].append(_Call((name, args, kwargs)))
            if not name.startswith('()') and '()' not in name:
                above['method_calls'].append(_Call((name, args, kwargs)))
            at = parent

    def _execute_mock_call(self, /, *args, **kwargs):
        own = self.__dict__
        effect = own['_mock_effect']
        if effect is not None:
            if _is_exception(effect):
                raise effect  #: 1226
            if not callable(effect):
                result = next(effect)  #: 1228
                if _is_exception(result):
                    raise result  #: 1230
                return self.return_value if result is DEFAULT else result
            result = effect(*args, **kwargs)  #: 1232
            if result is not DEFAULT:
                return result
        if own['_mock_return'] is not DEFAULT or own['_mock_wraps'] is None:
            return self.return_value
        return own['_mock_wraps'](*args, **kwargs)


def _with_special(self, name):
    if name.startswith('__'):
        children = object.__getattribute__(self, '__dict__').get('_mock_children')
        if children and name in children:
            return children[name]
    return object.__getattribute__(self, name)


class Mock(NonCallableMock):
    """A mock that can be called."""

    def __call__(self, /, *args, **kwargs):
        self._record(args, kwargs)
        return self._mock_call(*args, **kwargs)  #: 1167

    def _mock_call(self, /, *args, **kwargs):
        return self._execute_mock_call(*args, **kwargs)  #: 1171


class _Special:
    """A special method of MagicMock: a mock when it is looked at, a method when it is used."""

    def __init__(self, name, default):
        self._name, self._default = name, default

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        children = instance.__dict__['_mock_children']
        if self._name not in children:
            value = self._default(instance) if callable(self._default) else self._default
            kind = AsyncMock if self._name in ('__aenter__', '__aexit__', '__anext__') else MagicMock
            children[self._name] = kind(name=self._name, parent=instance, return_value=value)
        return children[self._name]


class _Specials:
    """The special methods that a MagicMock has; with a spec those of them that the spec has."""

    def __aiter__(self):
        children = self.__dict__['_mock_children']
        found = children.get('__aiter__')
        values = found.return_value if found is not None else ()

        async def items():
            for value in values:
                yield value
        return items()


def _specials():
    table = {'__len__': 0, '__contains__': False, '__int__': 1, '__float__': 1.0, '__complex__': 1j, '__bool__': True,
             '__index__': 1, '__exit__': False, '__aexit__': False, '__setitem__': None, '__delitem__': None,
             '__iter__': lambda self: iter([]), '__str__': object.__str__, '__hash__': object.__hash__}
    names = 'enter aenter getitem neg pos invert round trunc floor ceil divmod rdivmod'.split()
    for name in 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow'.split():
        names += name, 'r' + name, 'i' + name
    table.update((f'__{name}__', lambda self: DEFAULT) for name in names)
    for name, default in table.items():
        setattr(_Specials, name, _Special(name, default))
    return {*table, '__aiter__'}


_SPECIALS = _specials()


class MagicMock(Mock):
    """A mock with special methods."""
    _mock_magic = True


class NonCallableMagicMock(NonCallableMock):
    """The same, not to be called."""
    _mock_magic = True


class AsyncMock(Mock):
    """A mock whose calls give coroutines."""
    _mock_magic = True

    def reset_mock(self, **kwargs):
        super().reset_mock(**kwargs)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__['_is_coroutine_mark'] = _inspect._marked

    async def _execute_mock_call(self, /, *args, **kwargs):
        own, effect = self.__dict__, self.__dict__['_mock_effect']
        made = _Call((args, kwargs), two=True)
        own['await_count'] += 1
        own['await_args'] = made
        own['await_args_list'].append(made)
        if effect is not None:
            if _is_exception(effect):
                raise effect  #: 2310
            if not callable(effect):
                try:
                    result = next(effect)  #: 2313
                except StopIteration:
                    raise StopAsyncIteration  #: 2317
                if _is_exception(result):
                    raise result  #: 2319
            elif _inspect.iscoroutinefunction(effect):
                result = await effect(*args, **kwargs)  #: 2321
            else:
                result = effect(*args, **kwargs)  #: 2323
            if result is not DEFAULT:
                return result
        wrapped = own['_mock_wraps']
        if own['_mock_return'] is not DEFAULT or wrapped is None:
            return self.return_value
        if _inspect.iscoroutinefunction(wrapped):
            return await wrapped(*args, **kwargs)  #: 2333
        return wrapped(*args, **kwargs)  #: 2334

    def __call__(self, /, *args, **kwargs):
        self._record(args, kwargs)
        return self._execute_mock_call(*args, **kwargs)

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs) if kwargs.get('name') == '()' else AsyncMock(**kwargs)

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
            expected = self._shown(args, kwargs)
            raise AssertionError(f'Expected await: {expected}\nNot awaited')  #: 2361
        if unlike := self._unlike(args, kwargs, self.await_args, 'await'):
            raise AssertionError(unlike[0]) from unlike[1]  #: 2371 raise AssertionError(_error_message()) from cause

    def assert_awaited_once_with(self, /, *args, **kwargs):
        if self.await_count != 1:
            msg = f'Expected {self._mock_name or "mock"} to have been awaited once. Awaited {self.await_count} times.'
            raise AssertionError(msg)  #: 2381
        return self.assert_awaited_with(*args, **kwargs)  #: 2382

    def assert_any_await(self, /, *args, **kwargs):
        if _Call((args, kwargs), two=True) not in self.await_args_list:
            raise AssertionError(f'{self._shown(args, kwargs)} await not found')

    def assert_has_awaits(self, calls, any_order=False):
        if list(calls) not in self.await_args_list:
            raise AssertionError(f'Awaits not found.\nExpected: {_CallList(calls)}\nActual: {self.await_args_list}')

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(f'Expected {self._mock_name or "mock"} to not have been awaited. Awaited '
                                 f'{self.await_count} times.')


class PropertyMock(Mock):
    """A mock that stands for a property."""

    def __get__(self, instance, owner=None):
        return self()

    def __set__(self, instance, value):
        self(value)


def _signature_of(spec, bound):
    """How `spec` is called, without its first parameter if it is `bound`; None if that is not known."""
    try:
        if isinstance(spec, type) and spec.__init__ is object.__init__ and spec.__new__ is object.__new__:
            return None
        signature = _inspect.signature(spec)
    except (TypeError, ValueError):
        return None
    if bound:
        signature = signature.replace(parameters=list(signature.parameters.values())[1:])
    return signature


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock that has what `spec` has, all the way down, and takes the arguments that it takes."""
    is_type = isinstance(spec, type)
    name = _name or kwargs.pop('name', None) or (None if is_type and instance else getattr(spec, '__name__', None))
    if _inspect.iscoroutinefunction(spec):
        made = AsyncMock(name=name, parent=_parent, **kwargs)
    elif isinstance(spec, (_types.FunctionType, _types.MethodType, _types.BuiltinFunctionType)):
        made = MagicMock(name=name, parent=_parent, **kwargs)
    elif (is_type and instance and not hasattr(spec, '__call__') or not callable(spec)
          or is_type and instance and '__call__' not in dir(spec)):
        made = NonCallableMagicMock(spec=spec, name=name, parent=_parent, **kwargs)
    else:
        made = MagicMock(spec=spec, name=name, parent=_parent, **kwargs)
    own = made.__dict__
    if _parent is not None:
        own['_mock_new_name'] = name
    own['_mock_set_only'] = spec_set
    if is_type and not instance:
        own['_mock_signature'] = _signature_of(spec, False)
        if 'return_value' not in kwargs:
            made.return_value = create_autospec(spec, spec_set, instance=True, _name='()', _parent=made)
    elif is_type:
        own['_mock_signature'] = _signature_of(spec.__call__, True) if '__call__' in vars(spec) else None
    elif callable(spec):
        own['_mock_signature'] = _signature_of(spec, False)
    if own['_mock_spec_class'] is not None:
        own['_mock_autospec'] = spec, is_type and instance
    return made


def _specified(parent, name):
    """The attribute `name` of a mock that create_autospec has made."""
    spec, instance = parent.__dict__['_mock_autospec']
    original = getattr(spec, name, None)
    declared = _inspect.getattr_static(spec, name, None)
    if isinstance(original, (_types.FunctionType, _types.MethodType, _types.BuiltinFunctionType)):
        made = create_autospec(original, _parent=parent, _name=name)
        if instance and isinstance(declared, _types.FunctionType):
            made.__dict__['_mock_signature'] = _signature_of(original, True)
        return made
    if _inspect.isdatadescriptor(declared):
        return MagicMock(name=name, parent=parent)
    if original is None:
        return NonCallableMagicMock(name=name, parent=parent)
    return create_autospec(original, _parent=parent, _name=name)


def seal(mock):
    mock.__dict__['_mock_sealed'] = True
    for child in mock.__dict__['_mock_children'].values():
        if isinstance(child, NonCallableMock) and child.__dict__['_mock_parent'] is mock:
            seal(child)


class _Patch:
    """An attribute replaced for a while."""

    def __init__(self, target, attribute, new, kwargs):
        self._target, self.attribute, self.new, self._kwargs = target, attribute, new, kwargs

    def __enter__(self):
        self.target = target = self._target()
        own = getattr(target, '__dict__', {})
        self._local = self.attribute in own
        self._old = own[self.attribute] if self._local else getattr(target, self.attribute, _missing)
        if self._old is _missing and not self._kwargs.get('create'):
            raise AttributeError(f'{target!r} does not have the attribute {self.attribute!r}')
        new = self.new
        if new is DEFAULT:
            kwargs = {k: v for k, v in self._kwargs.items() if k not in ('create', 'new_callable', 'autospec')}
            make = self._kwargs.get('new_callable')
            if make is None:
                make = AsyncMock if _inspect.iscoroutinefunction(self._old) else MagicMock
            if make in (MagicMock, AsyncMock, Mock):
                kwargs.setdefault('name', self.attribute)
            if spec := self._kwargs.get('autospec'):
                new = create_autospec(self._old if spec is True else spec, _name=kwargs.pop('name', None), **kwargs)
            else:
                new = make(**kwargs)
        setattr(target, self.attribute, new)
        return new

    def __exit__(self, *exc):
        if self._local:
            setattr(self.target, self.attribute, self._old)
        else:
            delattr(self.target, self.attribute)
        return False

    start = __enter__

    def stop(self):
        return self.__exit__(None, None, None)

    def __call__(self, item):
        import functools
        if isinstance(item, type):
            for name in dir(item):
                if name.startswith('test') and callable(getattr(item, name)):
                    setattr(item, name, self(getattr(item, name)))
            return item
        gives = self.new is DEFAULT
        patches = getattr(item, '_patches', None)
        if patches is not None:
            patches.append((self, gives))
            return item
        patches = [(self, gives)]

        def enter(stack):
            return [mock for patch, gives in patches if (mock := stack.enter_context(patch)) is not None and gives]
        from contextlib import ExitStack
        if _inspect.iscoroutinefunction(item):
            @functools.wraps(item)
            async def patched(*args, **kwargs):
                with ExitStack() as stack:
                    newargs, newkeywargs = (*args, *enter(stack)), kwargs
                    return await item(*newargs, **newkeywargs)  #: 1440 return «await func(*newargs, **newkeywargs)»
        else:
            @functools.wraps(item)
            def patched(*args, **kwargs):
                with ExitStack() as stack:
                    newargs, newkeywargs = (*args, *enter(stack)), kwargs
                    return item(*newargs, **newkeywargs)  #: 1423 return «func(*newargs, **newkeywargs)»
        patched._patches = patches
        return patched


def _import(path):
    import sys
    parts = path.split('.')
    found = sys.modules.get(parts[0]) or __import__(parts[0])
    at = parts[0]
    for part in parts[1:]:
        at += '.' + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(at)
            found = getattr(found, part)
    return found


def patch(target, new=DEFAULT, **kwargs):
    try:
        path, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}') from None
    return _Patch(lambda: _import(path), attribute, new, kwargs)


def _object(target, attribute, new=DEFAULT, **kwargs):
    return _Patch(lambda: target, attribute, new, kwargs)


class _PatchDict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, dict(values, **kwargs), clear

    def __enter__(self):
        target = _import(self.in_dict) if isinstance(self.in_dict, str) else self.in_dict
        self._old, self._target = dict(target), target
        if self.clear:
            target.clear()
        target.update(self.values)
        return target

    def __exit__(self, *exc):
        self._target.clear()
        self._target.update(self._old)
        return False

    start = __enter__

    def stop(self):
        self.__exit__()

    def __call__(self, item):
        import functools

        @functools.wraps(item)
        def wrapper(*args, **kwargs):
            with self:
                return item(*args, **kwargs)
        return wrapper


patch.object, patch.dict = _object, _PatchDict


def _multiple(target, **kwargs):
    from contextlib import ExitStack

    class Many(ExitStack):
        def __enter__(self):
            super().__enter__()
            get = _import(target) if isinstance(target, str) else target
            return {name: mock for name, new in kwargs.items()
                    if (mock := self.enter_context(_Patch(lambda: get, name, new, {}))) is not None
                    and new is DEFAULT}
    return Many()


patch.multiple = _multiple


def mock_open(mock=None, read_data=''):
    import io
    mock = MagicMock(name='open') if mock is None else mock

    def opened(*args, **kwargs):
        handle = mock.return_value
        stream = io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)
        handle.read.side_effect = stream.read
        handle.readline.side_effect = stream.readline
        handle.readlines.side_effect = stream.readlines
        handle.__iter__.side_effect = lambda: iter(stream)
        handle.__enter__.return_value = handle
        return handle
    mock.side_effect = opened
    return mock
