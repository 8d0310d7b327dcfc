"""Mocks with the attributes and signatures of what they stand for."""
import asyncio as _asyncio
import inspect as _inspect

from unittest._mock_signatures import (FunctionTypes, _Later, _callable, _check_signature, _described_as,
                                       _instances_callable, _is_bound, _is_list, _is_magic, _refuse_typos,
                                       _signature_of)
from unittest._mock_calls import _CallList, _missing
from unittest._mock_classes import (AsyncMock, InvalidSpecError, MagicMock, NonCallableMagicMock, NonCallableMock,
                                    _is_mock)

__name__ = 'unittest.mock'  # where what is here is said to be


def _as_function(mock, original, is_async):  #: in unittest/mock.py
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


def seal(mock):
    """No further attributes come into being."""
    mock._mock_sealed = True  #: 3139
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
