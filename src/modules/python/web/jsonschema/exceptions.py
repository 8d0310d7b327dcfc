"""What does not match, where, and which of several faults says most."""
import heapq
from collections import deque
from pprint import pformat
from textwrap import dedent, indent

WEAK_MATCHES = frozenset(['anyOf', 'oneOf'])
STRONG_MATCHES = frozenset()
_unset = object()


def _pretty(thing):
    return indent(pformat(thing, width=72, sort_dicts=False), ' ' * 16).lstrip()


def _at(container, indices):
    return container + ''.join(f'[{each!r}]' for each in indices)


class _Error(Exception):
    def __init__(self, message, validator=_unset, path=(), cause=None, context=(), validator_value=_unset, instance=_unset, schema=_unset,
                 schema_path=(), parent=None, type_checker=_unset):
        super().__init__(message, validator, path, cause, context, validator_value, instance, schema, schema_path, parent)
        self.message, self.validator, self.validator_value = message, validator, validator_value
        self.cause = self.__cause__ = cause
        self.context = list(context)
        self.path = self.relative_path = deque(path)
        self.schema_path = self.relative_schema_path = deque(schema_path)
        self.instance, self.schema, self.parent, self._type_checker = instance, schema, parent, type_checker
        for each in self.context:
            each.parent = self

    def __repr__(self):
        return f'<{type(self).__name__}: {self.message!r}>'

    def __str__(self):
        if _unset in (self.validator, self.validator_value) or self.instance is _unset or self.schema is _unset:
            return self.message
        schema, instance = self._words
        return dedent(f'''\
            {self.message}

            Failed validating {self.validator!r} in {_at(schema, list(self.relative_schema_path)[:-1])}:
                {_pretty(self.schema)}

            On {_at(instance, self.relative_path)}:
                {_pretty(self.instance)}''')

    @classmethod
    def create_from(cls, other):
        return cls(**other._contents())

    def _whole(self, name):
        own = getattr(self, name)
        return own if self.parent is None else deque([*self.parent._whole(name), *own])

    absolute_path = property(lambda self: self._whole('relative_path'))
    absolute_schema_path = property(lambda self: self._whole('relative_schema_path'))

    @property
    def json_path(self):
        import re
        path = '$'
        for each in self.absolute_path:
            if isinstance(each, int):
                path += f'[{each}]'
            elif re.match('^[a-zA-Z][a-zA-Z0-9_]*$', each):
                path += '.' + each
            else:
                path += "['" + each.replace('\\', '\\\\').replace("'", "\\'") + "']"
        return path

    def _set(self, type_checker=None, **given):
        if type_checker is not None and self._type_checker is _unset:
            self._type_checker = type_checker
        for name, value in given.items():
            if getattr(self, name) is _unset:
                setattr(self, name, value)

    def _contents(self):
        return {name: getattr(self, name) for name in ('message', 'cause', 'context', 'validator', 'validator_value', 'path', 'schema_path',
                                                       'instance', 'schema', 'parent')}

    def _matches_type(self):
        try:
            kinds = self.schema['type']
        except (KeyError, TypeError):
            return False
        return any(self._type_checker(self.instance, kind) for kind in ([kinds] if isinstance(kinds, str) else kinds))


class ValidationError(_Error):
    _words = 'schema', 'instance'


class SchemaError(_Error):
    _words = 'metaschema', 'schema'


class FormatError(Exception):
    def __init__(self, message, cause=None):
        super().__init__(message, cause)
        self.cause = self.__cause__ = cause
        self.message = message

    def __str__(self):
        return str(self.message)


class RefResolutionError(Exception):
    pass


class UnknownType(Exception):
    def __init__(self, type, instance, schema):
        self.type, self.instance, self.schema = type, instance, schema

    def __str__(self):
        return dedent(f'''\
            Unknown type {self.type!r} for validator with schema:
                {_pretty(self.schema)}

            While checking instance:
                {_pretty(self.instance)}''')


def by_relevance(weak=WEAK_MATCHES, strong=STRONG_MATCHES):
    def relevance(error):
        return (-len(error.path), error.path, error.validator not in weak, error.validator in strong, not error._matches_type())
    return relevance


relevance = by_relevance()


def best_match(errors, key=relevance):
    """The fault that says most: high up, and then the one that is deepest in what of several schemas fits best."""
    best = max(errors, key=key, default=None)
    while best is not None and best.context:
        lowest = heapq.nsmallest(2, best.context, key=key)
        if len(lowest) == 2 and key(lowest[0]) == key(lowest[1]):
            break
        best = lowest[0]
    return best


class ErrorTree:
    """Faults by where in the instance they are."""

    def __init__(self, errors=()):
        self.errors, self._contents = {}, {}
        for error in errors:
            inner = self
            for each in error.path:
                inner = inner._contents.setdefault(each, ErrorTree())
            inner.errors[error.validator] = error

    def __contains__(self, index):
        return index in self._contents

    def __getitem__(self, index):
        return self._contents.setdefault(index, ErrorTree())

    def __iter__(self):
        return iter(self._contents)

    def __len__(self):
        return self.total_errors

    @property
    def total_errors(self):
        return len(self.errors) + sum(each.total_errors for each in self._contents.values())
