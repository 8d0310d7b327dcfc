"""Constraints put on schemas."""
import math

import annotated_types as at
from pydantic_core import PydanticCustomError, PydanticKnownError, ValidationError, core_schema as cs, to_jsonable_python

from .fields import PydanticMetadata

_STRICT, _LENGTHS = {'strict'}, {'min_length', 'max_length'}
_BOUNDS = {'le', 'ge', 'lt', 'gt'}
_NUMBERS = {'multiple_of', *_BOUNDS}
_TEXT = {'strip_whitespace', 'to_lower', 'to_upper', 'pattern', 'coerce_numbers_to_str', 'ascii_only'}
_SEQUENCE = {*_LENGTHS, 'strict', 'fail_fast'}
_ALLOWED = {
    'str': {*_LENGTHS, 'strict', *_TEXT}, 'bytes': {*_LENGTHS, 'strict'}, **dict.fromkeys(('list', 'deque', 'tuple', 'set', 'frozenset', 'dict', 'ordered-dict',
                                                                                         'counter'), _SEQUENCE),
    'generator': _LENGTHS, 'float': {*_NUMBERS, 'allow_inf_nan', 'strict'}, 'int': {*_NUMBERS, 'strict'}, 'fraction': {*_NUMBERS, 'strict'},
    'decimal': {*_NUMBERS, 'allow_inf_nan', 'strict', 'max_digits', 'decimal_places'}, **dict.fromkeys(('date', 'time', 'datetime'), {*_BOUNDS, 'strict'}),
    'timedelta': {*_NUMBERS, 'strict'}, **dict.fromkeys(('typed-dict', 'model', 'bool', 'uuid', 'lax-or-strict', 'enum', 'complex', 'dataclass'), _STRICT),
    'union': {'union_mode'}, **dict.fromkeys(('url', 'multi-host-url'), {'max_length', 'allowed_schemes', 'host_required', 'default_host',
                                                                         'default_port', 'default_path', 'strict'})}
_KNOWN = set().union(*_ALLOWED.values())
_MARKS = {at.Gt: 'gt', at.Ge: 'ge', at.Lt: 'lt', at.Le: 'le', at.MultipleOf: 'multiple_of', at.MinLen: 'min_length', at.MaxLen: 'max_length'}


def _compared(kind, name, holds):
    def check(value, bound):
        try:
            if not holds(value, bound):
                raise PydanticKnownError(kind, {name: bound})
            return value
        except TypeError:
            raise TypeError(f"Unable to apply constraint '{name}' to supplied value {value}")
    return check


def _length(kind, name, holds):
    def check(value, bound):
        try:
            count = len(value)
        except TypeError:
            raise TypeError(f"Unable to apply constraint '{name}' to supplied value {value}")
        if not holds(count, bound):
            raise PydanticKnownError(kind, {'field_type': 'Value', name: bound, 'actual_length': count})
        return value
    return check


def _digits(value):
    """Digits and places of a decimal as it stands and without zeros behind."""
    _, digits, exponent = value.as_tuple()
    bare = ''.join(map(str, digits)).rstrip('0')
    for count, power in ((len(digits), exponent), (len(bare), exponent + len(digits) - len(bare)) if bare else (1, 0)):
        places = max(-power, 0)
        yield max(count + max(power, 0), places), places


def _most_digits(value, bound):
    if all(digits > bound for digits, _ in _digits(value)):
        raise PydanticKnownError('decimal_max_digits', {'max_digits': bound})
    return value


def _most_places(value, bound):
    if all(places > bound for _, places in _digits(value)):
        raise PydanticKnownError('decimal_max_places', {'decimal_places': bound})
    return value


_CHECKS = {
    'max_digits': _most_digits, 'decimal_places': _most_places,
    'gt': _compared('greater_than', 'gt', lambda v, b: v > b), 'ge': _compared('greater_than_equal', 'ge', lambda v, b: v >= b),
    'lt': _compared('less_than', 'lt', lambda v, b: v < b), 'le': _compared('less_than_equal', 'le', lambda v, b: v <= b),
    'multiple_of': _compared('multiple_of', 'multiple_of', lambda v, b: v % b == 0),
    'min_length': _length('too_short', 'min_length', lambda n, b: n >= b), 'max_length': _length('too_long', 'max_length', lambda n, b: n <= b),
}


def _finite(value):
    if not math.isfinite(value):
        raise PydanticKnownError('finite_number')
    return value


def known(mark):
    """The constraints that a mark of Annotated stands for, by name."""
    if isinstance(mark, PydanticMetadata):
        if hasattr(mark, '__dataclass_fields__'):
            found = {name: getattr(mark, name) for name in mark.__dataclass_fields__}
        else:
            found = vars(mark)
    elif type(mark) in _MARKS:
        name = _MARKS[type(mark)]
        found = {name: getattr(mark, name)}
    elif isinstance(mark, type) and issubclass(mark, PydanticMetadata):
        found = {'strict': True} if mark.__name__ == 'Strict' else {}
    else:
        return None
    return {name: value for name, value in found.items() if value is not None}


def applied(mark, made):
    """A schema with a mark's constraints, or nothing if they are none of ours."""
    made = dict(made)
    constraints = known(mark)
    if constraints is None:
        return _predicate(mark, made)
    kind, steps = made['type'], []
    for name, value in constraints.items():
        if name not in _KNOWN:
            raise ValueError(f'Unknown constraint {name}')
        if kind in ('function-before', 'function-wrap', 'function-after') and name == 'strict':
            made['schema'] = applied(mark, made['schema'])
            return made
        if name in _ALLOWED.get(kind, ()):
            made['mode' if name == 'union_mode' else name] = value
        elif name in _TEXT:
            def text(given, go, name=name, value=value):
                try:
                    return go(given)
                except ValidationError as error:
                    if 'type' in error.errors()[0]['type']:
                        raise TypeError(f"Unable to apply constraint '{name}' to supplied value {given} for schema of type '{kind}'")
                    raise
            steps.append(cs.no_info_wrap_validator_function(text, cs.str_schema(**{name: value})))
        elif name in _CHECKS:
            word = name
            if name in _LENGTHS:
                inner = made
                while inner['type'].startswith('function-') and 'schema' in inner:
                    inner = inner['schema']
                many = inner['type'] in ('list',) or inner['type'] == 'json-or-python' and inner['json_schema']['type'] == 'list'
                word = ('min' if name == 'min_length' else 'max') + ('Items' if many else 'Length')
            check = _CHECKS[name]
            made = cs.no_info_after_validator_function(lambda given, check=check, value=value: check(given, value), made)
            made['metadata'] = {'pydantic_js_updates': {word: value if type(value) in (int, str, float, bool) else to_jsonable_python(value)}}
        elif name == 'allow_inf_nan' and value is False:
            made = cs.no_info_after_validator_function(_finite, made)
        elif name != 'allow_inf_nan':
            raise RuntimeError(f"Unable to apply constraint '{name}' to schema of type '{kind}'")
    return cs.chain_schema([made, *steps]) if steps else made


def _predicate(mark, made):
    if not isinstance(mark, at.Predicate) and not isinstance(mark, at.Not):
        return None
    name = f'{mark.func.__qualname__!r} ' if hasattr(mark.func, '__qualname__') else ''
    negated = isinstance(mark, at.Not)

    def check(value):
        if bool(mark.func(value)) is negated:
            raise PydanticCustomError('not_operation_failed' if negated else 'predicate_failed',
                                      f"{'Not of' if negated else 'Predicate'} {name}failed")
        return value

    return cs.no_info_after_validator_function(check, made)
