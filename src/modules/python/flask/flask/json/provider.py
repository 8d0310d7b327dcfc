"""How an application reads and writes JSON."""
import dataclasses
import json
from datetime import date
from decimal import Decimal
from uuid import UUID
from weakref import proxy

from werkzeug.http import http_date


class JSONProvider:
    def __init__(self, app):
        self._app = proxy(app)

    def dumps(self, obj, **kwargs):
        raise NotImplementedError

    def dump(self, obj, fp, **kwargs):
        fp.write(self.dumps(obj, **kwargs))

    def loads(self, s, **kwargs):
        raise NotImplementedError

    def load(self, fp, **kwargs):
        return self.loads(fp.read(), **kwargs)

    def _prepare_response_obj(self, args, kwargs):
        if args and kwargs:
            raise TypeError('app.json.response() takes either args or kwargs, not both')
        return args[0] if len(args) == 1 else args or kwargs or None

    def response(self, *args, **kwargs):
        return self._app.response_class(self.dumps(self._prepare_response_obj(args, kwargs)), mimetype='application/json')


def _default(o):
    """What JSON has no kind of, as something that it has."""
    for kind, way in ((date, http_date), (Decimal, str), (UUID, str)):
        if isinstance(o, kind):
            return way(o)
    if dataclasses.is_dataclass(o):
        return dataclasses.asdict(o)
    if not hasattr(o, '__html__'):
        raise TypeError(f'Object of type {type(o).__name__} is not JSON serializable')
    return str(o.__html__())


class DefaultJSONProvider(JSONProvider):
    default, ensure_ascii, sort_keys, compact, mimetype = staticmethod(_default), True, True, None, 'application/json'

    def dumps(self, obj, **kwargs):
        return json.dumps(obj, **{'default': self.default, 'ensure_ascii': self.ensure_ascii, 'sort_keys': self.sort_keys, **kwargs})

    def loads(self, s, **kwargs):
        return json.loads(s, **kwargs)

    def response(self, *args, **kwargs):
        loose = self._app.debug if self.compact is None else not self.compact
        text = self.dumps(self._prepare_response_obj(args, kwargs), **({'indent': 2} if loose else {'separators': (',', ':')}))
        return self._app.response_class(f'{text}\n', mimetype=self.mimetype)
