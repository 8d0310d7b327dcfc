"""The tests that every template knows."""
import operator
from collections.abc import Mapping
from contextlib import suppress
from numbers import Number

from jinja2.runtime import Undefined
from jinja2.utils import pass_environment


def test_odd(value):
    return value % 2 == 1


def test_even(value):
    return value % 2 == 0


def test_divisibleby(value, num):
    return value % num == 0


def test_defined(value):
    return not isinstance(value, Undefined)


def test_undefined(value):
    return isinstance(value, Undefined)


@pass_environment
def test_filter(env, value):
    return value in env.filters


@pass_environment
def test_test(env, value):
    return value in env.tests


def test_none(value):
    return value is None


def test_boolean(value):
    return value is True or value is False


def test_false(value):
    return value is False


def test_true(value):
    return value is True


def test_integer(value):
    return isinstance(value, int) and not isinstance(value, bool)


def test_float(value):
    return isinstance(value, float)


def test_lower(value):
    return str(value).islower()


def test_upper(value):
    return str(value).isupper()


def test_string(value):
    return isinstance(value, str)


def test_mapping(value):
    return isinstance(value, Mapping)


def test_number(value):
    return isinstance(value, Number)


def test_sequence(value):
    try:
        len(value)
        value.__getitem__
    except Exception:
        return False
    return True


def test_sameas(value, other):
    return value is other


def test_iterable(value):
    with suppress(TypeError):
        iter(value)
        return True
    return False


def test_escaped(value):
    return hasattr(value, '__html__')


def test_in(value, seq):
    return value in seq


TESTS = {name[5:]: function for name, function in dict(globals()).items() if name.startswith('test_')}
TESTS['callable'] = callable
for _names in ('== eq equalto', '!= ne', '> gt greaterthan', '>= ge', '< lt lessthan', '<= le'):
    _words = _names.split(' ')
    for _name in _words:
        TESTS[_name] = getattr(operator, _words[1])
