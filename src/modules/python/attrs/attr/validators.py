"""What checks values."""
import operator
import re
from contextlib import contextmanager

from attr import _config
from attr._make import _AndValidator, and_
from attr.exceptions import NotCallableError

__all__ = ['and_', 'deep_iterable', 'deep_mapping', 'disabled', 'ge', 'get_disabled', 'gt', 'in_', 'instance_of', 'is_callable',
           'le', 'lt', 'matches_re', 'max_len', 'min_len', 'not_', 'optional', 'or_', 'set_disabled']


def set_disabled(disabled):
    _config.set_run_validators(not disabled)


def get_disabled():
    return not _config.get_run_validators()


@contextmanager
def disabled():
    """No validator is called within a block."""
    before = _config.get_run_validators()
    _config.set_run_validators(False)
    try:
        yield
    finally:
        _config.set_run_validators(before)


class _Validator:
    """Checks values; equal to another that was made of the same."""

    def __init__(self, *made_of):
        self.made_of = made_of

    def __eq__(self, other):
        return self.made_of == other.made_of if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self):
        return hash((type(self).__name__, self.made_of))


def _one(validator):
    return and_(*validator) if isinstance(validator, (list, tuple)) else validator


class _InstanceOf(_Validator):
    def __call__(self, inst, attr, value):
        type, = self.made_of
        if not isinstance(value, type):
            said = f"'{attr.name}' must be {type!r} (got {value!r} that is a {value.__class__!r})."
            raise TypeError(said, attr, type, value)

    def __repr__(self):
        return f'<instance_of validator for type {self.made_of[0]!r}>'


def instance_of(type):
    """An instance of a class, or of one of several."""
    return _InstanceOf(type)


class _MatchesRe(_Validator):
    def __call__(self, inst, attr, value):
        pattern, match = self.made_of
        if not match(value):
            said = f"'{attr.name}' must match regex {pattern.pattern!r} ({value!r} doesn't)"
            raise ValueError(said, attr, pattern, value)

    def __repr__(self):
        return f'<matches_re validator for pattern {self.made_of[0]!r}>'


def matches_re(regex, flags=0, func=None):
    """A string that a pattern matches."""
    if func not in (None, re.fullmatch, re.search, re.match):
        raise ValueError("'func' must be one of None, fullmatch, match, search.")
    if isinstance(regex, re.Pattern):
        if flags:
            raise TypeError("'flags' can only be used with a string pattern; pass flags to re.compile() instead")
    else:
        regex = re.compile(regex, flags)
    return _MatchesRe(regex, getattr(regex, 'fullmatch' if func is None else func.__name__))


class _Optional(_Validator):
    def __call__(self, inst, attr, value):
        if value is not None:
            self.made_of[0](inst, attr, value)

    def __repr__(self):
        return f'<optional validator for {self.made_of[0]!r} or None>'


def optional(validator):
    """None, or what a validator lets pass."""
    return _Optional(_AndValidator(validator) if isinstance(validator, (list, tuple)) else validator)


class _In(_Validator):
    def __init__(self, options, shown):
        super().__init__(options)
        self.shown = shown

    def __call__(self, inst, attr, value):
        try:
            there = value in self.made_of[0]
        except TypeError:
            there = False
        if not there:
            raise ValueError(f"'{attr.name}' must be in {self.shown!r} (got {value!r})", attr, self.shown, value)

    def __repr__(self):
        return f'<in_ validator with options {self.shown!r}>'


def in_(options):
    """One of these."""
    return _In(tuple(options) if isinstance(options, (list, dict, set)) else options, options)


class _IsCallable(_Validator):
    def __call__(self, inst, attr, value):
        if not callable(value):
            raise NotCallableError(f"'{attr.name}' must be callable (got {value!r} that is a {value.__class__!r}).", value)

    def __repr__(self):
        return '<is_callable validator>'


def is_callable():
    """Something that can be called."""
    return _IsCallable()


class _Named:
    """Stands for a field of a validator's own."""

    def __init__(self, name):
        self.name = name


def _check_callable(name, value):
    if value is not None or name == 'member_validator':
        _IsCallable()(None, _Named(name), value)


class _DeepIterable(_Validator):
    def __call__(self, inst, attr, value):
        member, whole = self.made_of
        if whole is not None:
            whole(inst, attr, value)
        for one in value:
            member(inst, attr, one)

    def __repr__(self):
        member, whole = self.made_of
        return f'<deep_iterable validator for{"" if whole is None else f" {whole!r}"} iterables of {member!r}>'


def deep_iterable(member_validator, iterable_validator=None):
    """Something whose members a validator lets pass."""
    member, whole = _one(member_validator), _one(iterable_validator)
    _check_callable('member_validator', member)
    _check_callable('iterable_validator', whole)
    return _DeepIterable(member, whole)


class _DeepMapping(_Validator):
    def __call__(self, inst, attr, value):
        key, item, whole = self.made_of
        if whole is not None:
            whole(inst, attr, value)
        for one in value:
            if key is not None:
                key(inst, attr, one)
            if item is not None:
                item(inst, attr, value[one])

    def __repr__(self):
        return f'<deep_mapping validator for objects mapping {self.made_of[0]!r} to {self.made_of[1]!r}>'


def deep_mapping(key_validator=None, value_validator=None, mapping_validator=None):
    """A mapping whose keys and values validators let pass."""
    if key_validator is None and value_validator is None:
        raise ValueError('At least one of key_validator or value_validator must be provided')
    given = [_one(key_validator), _one(value_validator), _one(mapping_validator)]
    for name, one in zip(('key_validator', 'value_validator', 'mapping_validator'), given):
        _check_callable(name, one)
    return _DeepMapping(*given)


class _Number(_Validator):
    def __call__(self, inst, attr, value):
        bound, sign, compare = self.made_of
        if not compare(value, bound):
            raise ValueError(f"'{attr.name}' must be {sign} {bound}: {value}")

    def __repr__(self):
        return f'<Validator for x {self.made_of[1]} {self.made_of[0]}>'


def lt(val):
    return _Number(val, '<', operator.lt)


def le(val):
    return _Number(val, '<=', operator.le)


def ge(val):
    return _Number(val, '>=', operator.ge)


def gt(val):
    return _Number(val, '>', operator.gt)


class _Length(_Validator):
    def __call__(self, inst, attr, value):
        bound, sign, compare, _ = self.made_of
        if not compare(len(value), bound):
            raise ValueError(f"Length of '{attr.name}' must be {sign} {bound}: {len(value)}")

    def __repr__(self):
        return f'<{self.made_of[3]} validator for {self.made_of[0]}>'


def max_len(length):
    return _Length(length, '<=', operator.le, 'max_len')


def min_len(length):
    return _Length(length, '>=', operator.ge, 'min_len')


class _Not(_Validator):
    def __call__(self, inst, attr, value):
        validator, said, types = self.made_of
        try:
            validator(inst, attr, value)
        except types:
            return
        raise ValueError(said.format(validator=validator, exc_types=types), attr, validator, value, types)

    def __repr__(self):
        return f'<not_ validator wrapping {self.made_of[0]!r}, capturing {self.made_of[2]!r}>'


def not_(validator, *, msg=None, exc_types=(ValueError, TypeError)):
    """What a validator does not let pass."""
    try:
        types = tuple(exc_types)
    except TypeError:
        types = (exc_types,)
    for one in types:
        if not issubclass(one, Exception):
            raise TypeError(f"'exc_types' must be a subclass of {Exception!r} (got {one!r}).")
    return _Not(validator, msg or "not_ validator child '{validator!r}' did not raise a captured error", types)


class _Or(_Validator):
    def __call__(self, inst, attr, value):
        for validator in self.made_of[0]:
            try:
                return validator(inst, attr, value) and None
            except Exception:
                continue
        raise ValueError(f'None of {self.made_of[0]!r} satisfied for value {value!r}')

    def __repr__(self):
        return f'<or validator wrapping {self.made_of[0]!r}>'


def or_(*validators):
    """What one of these lets pass."""
    flat = []
    for validator in validators:
        flat += validator.made_of[0] if isinstance(validator, _Or) else [validator]
    return _Or(tuple(flat))
