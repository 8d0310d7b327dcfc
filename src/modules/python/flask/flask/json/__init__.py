"""JSON as the current application reads and writes it."""
import json as _json

from flask.globals import current_app
from flask.json.provider import _default


def dumps(obj, **kwargs):
    return current_app.json.dumps(obj, **kwargs) if current_app else _json.dumps(obj, **{'default': _default, **kwargs})


def dump(obj, fp, **kwargs):
    if current_app:
        current_app.json.dump(obj, fp, **kwargs)
    else:
        _json.dump(obj, fp, **{'default': _default, **kwargs})


def loads(s, **kwargs):
    return (current_app.json if current_app else _json).loads(s, **kwargs)


def load(fp, **kwargs):
    return (current_app.json if current_app else _json).load(fp, **kwargs)


def jsonify(*args, **kwargs):
    return current_app.json.response(*args, **kwargs)
