"""JSON that keeps some more types, each under a key that names it."""
from base64 import b64decode, b64encode
from datetime import datetime
from uuid import UUID

from markupsafe import Markup
from werkzeug.http import http_date, parse_date

from flask.json import dumps, loads


class JSONTag:
    """A type: whether a value is of it, and what stands for it."""
    __slots__ = ('serializer',)
    key = ''

    def __init__(self, serializer):
        self.serializer = serializer

    def check(self, value):
        raise NotImplementedError

    def to_json(self, value):
        raise NotImplementedError

    def to_python(self, value):
        raise NotImplementedError

    def tag(self, value):
        return {self.key: self.to_json(value)} if self.key else self.to_json(value)


def _tag(name, key, check, to_json, to_python=None):
    return type(name, (JSONTag,), {'__slots__': (), '__module__': __name__, 'key': key, 'check': lambda self, value: check(self, value),
                                   'to_json': lambda self, value: to_json(self, value),
                                   'to_python': lambda self, value: to_python(self, value)})


def _of(kind):
    return lambda self, value: isinstance(value, kind)


def _each(self, value):
    return [self.serializer.tag(item) for item in value]


def _only(value):
    return next(iter(value))


TagDict = _tag('TagDict', ' di', lambda self, value: isinstance(value, dict) and len(value) == 1 and _only(value) in self.serializer.tags,
               lambda self, value: {f'{_only(value)}__': self.serializer.tag(value[_only(value)])},
               lambda self, value: {_only(value)[:-2]: value[_only(value)]})
PassDict = _tag('PassDict', '', _of(dict), lambda self, value: {key: self.serializer.tag(each) for key, each in value.items()})
TagTuple = _tag('TagTuple', ' t', _of(tuple), _each, lambda self, value: tuple(value))
PassList = _tag('PassList', '', _of(list), _each)
TagBytes = _tag('TagBytes', ' b', _of(bytes), lambda self, value: b64encode(value).decode('ascii'), lambda self, value: b64decode(value))
TagMarkup = _tag('TagMarkup', ' m', lambda self, value: callable(getattr(value, '__html__', None)), lambda self, value: str(value.__html__()),
                 lambda self, value: Markup(value))
TagUUID = _tag('TagUUID', ' u', _of(UUID), lambda self, value: value.hex, lambda self, value: UUID(value))
TagDateTime = _tag('TagDateTime', ' d', _of(datetime), lambda self, value: http_date(value), lambda self, value: parse_date(value))


class TaggedJSONSerializer:
    __slots__ = 'tags', 'order'
    default_tags = [TagDict, PassDict, TagTuple, PassList, TagBytes, TagMarkup, TagUUID, TagDateTime]

    def __init__(self):
        self.tags, self.order = {}, []
        for kind in self.default_tags:
            self.register(kind)

    def register(self, tag_class, force=False, index=None):
        tag = tag_class(self)
        if tag.key:
            if not force and tag.key in self.tags:
                raise KeyError(f"Tag '{tag.key}' is already registered.")
            self.tags[tag.key] = tag
        self.order.insert(len(self.order) if index is None else index, tag)

    def tag(self, value):
        found = next((tag for tag in self.order if tag.check(value)), None)
        return value if found is None else found.tag(value)

    def untag(self, value):
        if len(value) != 1 or _only(value) not in self.tags:
            return value
        return self.tags[_only(value)].to_python(value[_only(value)])

    def _untagged(self, value):
        if isinstance(value, dict):
            return self.untag({key: self._untagged(each) for key, each in value.items()})
        return [self._untagged(each) for each in value] if isinstance(value, list) else value

    def dumps(self, value):
        return dumps(self.tag(value), separators=(',', ':'))

    def loads(self, value):
        return self._untagged(loads(value))
