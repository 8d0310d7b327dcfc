"""Sentinels, and calls as mocks remember them."""
from unittest._mock_signatures import _Later, _within

__name__ = 'unittest.mock'  # where what is here is said to be


class _SentinelObject:  #: in unittest/mock.py
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


class _Asserting:
    """Says how a mock was called, and was to be."""

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
