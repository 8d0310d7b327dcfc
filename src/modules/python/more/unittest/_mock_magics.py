"""Special methods of mocks, and what these are mocks by."""
from unittest._mock_calls import DEFAULT

__name__ = 'unittest.mock'  # where what is here is said to be

_allowed_names = {'return_value', '_mock_return_value', 'side_effect', '_mock_side_effect', '_mock_parent',
                  '_mock_new_parent', '_mock_name', '_mock_new_name'}


def _delegated(name):  #: in unittest/mock.py
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


class Base:
    """What all of them begin with."""
    _mock_return_value = DEFAULT
    _mock_side_effect = None

    def __init__(self, /, *args, **kwargs):
        pass


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
