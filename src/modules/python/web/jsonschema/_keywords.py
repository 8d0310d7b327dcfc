"""What each keyword of a schema asks for: functions that give faults of an instance."""
import re
from collections.abc import Mapping
from fractions import Fraction

from _frames import not_supported
from jsonschema.exceptions import FormatError, ValidationError

KEYWORDS = {}


def _asks(name, kind=None, says=ValidationError):
    """A keyword that asks something of instances of a type; what the function gives in words is a fault."""
    def kept(function):
        def check(validator, wanted, instance, schema):
            if kind is None or validator.is_type(instance, kind):
                for fault in function(validator, wanted, instance, schema):
                    yield says(fault) if isinstance(fault, str) else fault
        KEYWORDS[name] = check
        return function
    return kept


def equal(one, two):
    """Equal as in JSON, where true is not 1."""
    if one is two:
        return True
    if isinstance(one, Mapping) and isinstance(two, Mapping):
        return len(one) == len(two) and all(key in two and equal(value, two[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(two, list):
        return len(one) == len(two) and all(map(equal, one, two))
    return isinstance(one, bool) == isinstance(two, bool) and one == two


def _extras(found):
    return ', '.join(map(repr, found)), 'was' if len(found) == 1 else 'were'


def _compared(name, fails, text):
    @_asks(name, 'number')
    def check(validator, limit, instance, schema):
        if fails(instance, limit):
            yield f'{instance!r} is {text} of {limit!r}'


_compared('minimum', lambda value, limit: value < limit, 'less than the minimum')
_compared('maximum', lambda value, limit: value > limit, 'greater than the maximum')
_compared('exclusiveMinimum', lambda value, limit: value <= limit, 'less than or equal to the minimum')
_compared('exclusiveMaximum', lambda value, limit: value >= limit, 'greater than or equal to the maximum')


def _sized(kind, least, most, few='is too short', many='is too long'):
    @_asks(least, kind)
    def at_least(validator, limit, instance, schema):
        if len(instance) < limit:
            yield f'{instance!r} {"should be non-empty" if limit == 1 else few}'

    @_asks(most, kind)
    def at_most(validator, limit, instance, schema):
        if len(instance) > limit:
            yield f'{instance!r} {"is expected to be empty" if limit == 0 else many}'


_sized('string', 'minLength', 'maxLength')
_sized('array', 'minItems', 'maxItems')
_sized('object', 'minProperties', 'maxProperties', 'does not have enough properties', 'has too many properties')


@_asks('type')
def _type(validator, kinds, instance, schema):
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if not any(validator.is_type(instance, kind) for kind in kinds):
        yield f'{instance!r} is not of type {", ".join(map(repr, kinds))}'


@_asks('enum')
def _enum(validator, values, instance, schema):
    if not any(equal(each, instance) for each in values):
        yield f'{instance!r} is not one of {values!r}'


@_asks('const')
def _const(validator, value, instance, schema):
    if not equal(instance, value):
        yield f'{value!r} was expected'


@_asks('multipleOf', 'number')
def _multiple(validator, step, instance, schema):
    if isinstance(step, float):
        try:
            failed = int(instance / step) != instance / step
        except OverflowError:
            failed = (Fraction(instance) / Fraction(step)).denominator != 1
    else:
        failed = instance % step
    if failed:
        yield f'{instance!r} is not a multiple of {step}'


@_asks('pattern', 'string')
def _pattern(validator, pattern, instance, schema):
    if not re.search(pattern, instance):
        yield f'{instance!r} does not match {pattern!r}'


@_asks('format')
def _format(validator, name, instance, schema):
    if validator.format_checker is not None:
        try:
            validator.format_checker.check(instance, name)
        except FormatError as exc:
            yield ValidationError(exc.message, cause=exc.cause)


@_asks('required', 'object')
def _required(validator, names, instance, schema):
    for name in names:
        if name not in instance:
            yield f'{name!r} is a required property'


@_asks('properties', 'object')
def _properties(validator, properties, instance, schema):
    for name, inner in properties.items():
        if name in instance:
            yield from validator.descend(instance[name], inner, path=name, schema_path=name)


@_asks('patternProperties', 'object')
def _pattern_properties(validator, patterns, instance, schema):
    for pattern, inner in patterns.items():
        for name, value in instance.items():
            if re.search(pattern, name):
                yield from validator.descend(value, inner, path=name, schema_path=pattern)


@_asks('propertyNames', 'object')
def _names(validator, inner, instance, schema):
    for name in instance:
        yield from validator.descend(name, inner)


@_asks('additionalProperties', 'object')
def _additional(validator, wanted, instance, schema):
    patterns = schema.get('patternProperties', {})
    extras = [name for name in instance
              if name not in schema.get('properties', {}) and not any(re.search(pattern, name) for pattern in patterns)]
    if validator.is_type(wanted, 'object'):
        for name in extras:
            yield from validator.descend(instance[name], wanted, path=name)
    elif not wanted and extras and 'patternProperties' in schema:
        yield (f'{", ".join(map(repr, sorted(extras)))} {"does" if len(extras) == 1 else "do"} not match any of the regexes: '
               f'{", ".join(map(repr, sorted(patterns)))}')
    elif not wanted and extras:
        yield 'Additional properties are not allowed (%s %s unexpected)' % _extras(sorted(extras, key=str))


@_asks('prefixItems', 'array')
def _prefix(validator, inner, instance, schema):
    for index, (item, each) in enumerate(zip(instance, inner)):
        yield from validator.descend(item, each, path=index, schema_path=index)


@_asks('items', 'array')
def _items(validator, inner, instance, schema):
    if isinstance(inner, list):
        yield from _prefix(validator, inner, instance, schema)
        return
    first = len(schema.get('prefixItems', []))
    extra = len(instance) - first
    if inner is False and extra > 0:
        rest = instance[first:] if extra != 1 else instance[first]
        yield f'Expected at most {first} {"item" if first == 1 else "items"} but found {extra} extra: {rest!r}'
    elif inner is not False:
        for index in range(first, len(instance)):
            yield from validator.descend(instance[index], inner, path=index)


@_asks('contains', 'array')
def _contains(validator, inner, instance, schema):
    matches = sum(validator.evolve(schema=inner).is_valid(each) for each in instance)
    least, most = schema.get('minContains', 1), schema.get('maxContains', len(instance))
    if matches > most:
        yield ValidationError(f'Too many items match the given schema (expected at most {most})', validator='maxContains',
                              validator_value=most)
    elif not matches and least:
        yield f'{instance!r} does not contain items matching the given schema'
    elif matches < least:
        yield ValidationError(f'Too few items match the given schema (expected at least {least} but only {matches} matched)',
                              validator='minContains', validator_value=least)


@_asks('uniqueItems', 'array')
def _unique(validator, wanted, instance, schema):
    if wanted and any(equal(one, two) for index, one in enumerate(instance) for two in instance[:index]):
        yield f'{instance!r} has non-unique elements'


@_asks('dependentRequired', 'object')
def _dependent(validator, names, instance, schema):
    for name, needed in names.items():
        if name in instance:
            for each in needed:
                if each not in instance:
                    yield f'{each!r} is a dependency of {name!r}'


@_asks('dependentSchemas', 'object')
def _dependent_schemas(validator, schemas, instance, schema):
    for name, inner in schemas.items():
        if name in instance:
            yield from validator.descend(instance, inner, schema_path=name)


def _reference(validator, place, instance, schema):
    yield from validator.descend(instance, validator.resolve(place))


KEYWORDS['$ref'] = KEYWORDS['$dynamicRef'] = _reference


@_asks('allOf')
def _all(validator, schemas, instance, schema):
    for index, inner in enumerate(schemas):
        yield from validator.descend(instance, inner, schema_path=index)


def _some(validator, schemas, instance):
    """The faults of each schema, up to the first that has none, and which that is."""
    faults = []
    for index, inner in enumerate(schemas):
        found = list(validator.descend(instance, inner, schema_path=index))
        if not found:
            return index, faults
        faults += found
    return None, faults


def _none_fits(instance, faults):
    return ValidationError(f'{instance!r} is not valid under any of the given schemas', context=faults)


@_asks('anyOf')
def _any(validator, schemas, instance, schema):
    fits, faults = _some(validator, schemas, instance)
    if fits is None:
        yield _none_fits(instance, faults)


@_asks('oneOf')
def _one(validator, schemas, instance, schema):
    fits, faults = _some(validator, schemas, instance)
    if fits is None:
        yield _none_fits(instance, faults)
        return
    more = [each for each in schemas[fits + 1:] if validator.evolve(schema=each).is_valid(instance)]
    if more:
        yield f'{instance!r} is valid under each of {", ".join(map(repr, [*more, schemas[fits]]))}'


@_asks('not')
def _not(validator, inner, instance, schema):
    if validator.evolve(schema=inner).is_valid(instance):
        yield f'{instance!r} should not be valid under {inner!r}'


@_asks('if')
def _if(validator, inner, instance, schema):
    branch = 'then' if validator.evolve(schema=inner).is_valid(instance) else 'else'
    if branch in schema:
        yield from validator.descend(instance, schema[branch], schema_path=branch)


def _lacking(name):
    def refuse(validator, wanted, instance, schema):
        not_supported(f'jsonschema: {name}', 'additionalProperties')
    KEYWORDS[name] = refuse


for _each in ('unevaluatedProperties', 'unevaluatedItems', 'dependencies', 'additionalItems', '$recursiveRef'):
    _lacking(_each)
