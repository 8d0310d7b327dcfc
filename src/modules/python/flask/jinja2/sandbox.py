"""Environments whose templates cannot reach everything."""
import operator
import types
from collections import deque
from collections.abc import MutableMapping, MutableSequence, MutableSet
from functools import update_wrapper
from string import Formatter

from markupsafe import EscapeFormatter, Markup

from jinja2.environment import Environment
from jinja2.exceptions import SecurityError
from jinja2.utils import missing

MAX_RANGE = 100000
UNSAFE_FUNCTION_ATTRIBUTES, UNSAFE_METHOD_ATTRIBUTES, UNSAFE_GENERATOR_ATTRIBUTES = set(), set(), {'gi_frame', 'gi_code'}
UNSAFE_COROUTINE_ATTRIBUTES, UNSAFE_ASYNC_GENERATOR_ATTRIBUTES = {'cr_frame', 'cr_code'}, {'ag_code', 'ag_frame'}
_CHANGES = ((MutableSet, 'add clear difference_update discard pop remove symmetric_difference_update update'),
            (MutableMapping, 'clear pop popitem setdefault update'), (MutableSequence, 'append clear pop reverse insert sort extend remove'),
            (deque, 'append appendleft clear extend extendleft pop popleft remove rotate'))


def safe_range(*args):
    found = range(*args)
    if len(found) > MAX_RANGE:
        raise OverflowError(f'Range too big. The sandbox blocks ranges larger than MAX_RANGE ({MAX_RANGE}).')
    return found


def unsafe(f):
    f.unsafe_callable = True
    return f


def is_internal_attribute(obj, attr):
    if isinstance(obj, (types.CodeType, types.TracebackType, types.FrameType)) or isinstance(obj, type) and attr == 'mro':
        return True
    for kind, names in ((types.FunctionType, UNSAFE_FUNCTION_ATTRIBUTES), (types.MethodType, UNSAFE_FUNCTION_ATTRIBUTES | UNSAFE_METHOD_ATTRIBUTES),
                        (types.GeneratorType, UNSAFE_GENERATOR_ATTRIBUTES), (types.CoroutineType, UNSAFE_COROUTINE_ATTRIBUTES),
                        (types.AsyncGeneratorType, UNSAFE_ASYNC_GENERATOR_ATTRIBUTES)):
        if isinstance(obj, kind) and attr in names:
            return True
    return attr.startswith('__')


def modifies_known_mutable(obj, attr):
    return next((attr in names.split(' ') for kind, names in _CHANGES if isinstance(obj, kind)), False)


class SandboxedEnvironment(Environment):
    sandboxed = True
    default_binop_table = {'+': operator.add, '-': operator.sub, '*': operator.mul, '/': operator.truediv, '//': operator.floordiv,
                           '**': operator.pow, '%': operator.mod}
    default_unop_table = {'+': operator.pos, '-': operator.neg}
    intercepted_binops = intercepted_unops = frozenset()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.globals['range'] = safe_range
        self.binop_table, self.unop_table = self.default_binop_table.copy(), self.default_unop_table.copy()

    def is_safe_attribute(self, obj, attr, value):
        return not (attr.startswith('_') or is_internal_attribute(obj, attr))

    def is_safe_callable(self, obj):
        return not (getattr(obj, 'unsafe_callable', False) or getattr(obj, 'alters_data', False))

    def call_binop(self, context, operator, left, right):
        return self.binop_table[operator](left, right)

    def call_unop(self, context, operator, arg):
        return self.unop_table[operator](arg)

    def _allowed(self, obj, attr, value):
        formatting = self.wrap_str_format(value)
        if formatting is not None:
            return formatting
        return value if self.is_safe_attribute(obj, attr, value) else self.unsafe_undefined(obj, attr)

    def getitem(self, obj, argument):
        try:
            return obj[argument]
        except (TypeError, LookupError):
            if isinstance(argument, str) and hasattr(obj, str(argument)):
                return self._allowed(obj, argument, getattr(obj, str(argument)))
        return self.undefined(obj=obj, name=argument)

    def getattr(self, obj, attribute):
        value = getattr(obj, attribute, missing)
        if value is not missing:
            return self._allowed(obj, attribute, value)
        try:
            return obj[attribute]
        except (LookupError, TypeError):
            return self.undefined(obj=obj, name=attribute)

    def unsafe_undefined(self, obj, attribute):
        return self.undefined(f'access to attribute {attribute!r} of {type(obj).__name__!r} object is unsafe.', name=attribute, obj=obj,
                              exc=SecurityError)

    def wrap_str_format(self, value):
        """str.format that looks things up as the templates do."""
        if not isinstance(value, (types.MethodType, types.BuiltinMethodType)) or value.__name__ not in ('format', 'format_map'):
            return None
        text = value.__self__
        if not isinstance(text, str):
            return None
        formatter = SandboxedEscapeFormatter(self, escape=text.escape) if isinstance(text, Markup) else SandboxedFormatter(self)
        is_map = value.__name__ == 'format_map'

        def call(*args, **kwargs):
            if is_map:
                if kwargs:
                    raise TypeError('format_map() takes no keyword arguments')
                if len(args) != 1:
                    raise TypeError(f'format_map() takes exactly one argument ({len(args)} given)')
                args, kwargs = (), args[0]
            return type(text)(formatter.vformat(text, args, kwargs))
        return update_wrapper(call, value)

    def call(__self, __context, __obj, *args, **kwargs):
        if __self.is_safe_callable(__obj):
            return __context.call(__obj, *args, **kwargs)
        raise SecurityError(f'{__obj!r} is not safely callable')


class ImmutableSandboxedEnvironment(SandboxedEnvironment):
    def is_safe_attribute(self, obj, attr, value):
        return super().is_safe_attribute(obj, attr, value) and not modifies_known_mutable(obj, attr)


class SandboxedFormatter(Formatter):
    def __init__(self, env, **kwargs):
        self._env = env
        super().__init__(**kwargs)

    def get_field(self, field_name, args, kwargs):
        from _string import formatter_field_name_split
        first, rest = formatter_field_name_split(field_name)
        found = self.get_value(first, args, kwargs)
        for is_attr, name in rest:
            found = (self._env.getattr if is_attr else self._env.getitem)(found, name)
        return found, first


class SandboxedEscapeFormatter(SandboxedFormatter, EscapeFormatter):
    pass
