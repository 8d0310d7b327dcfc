"""Objects as what JSON can hold."""
import dataclasses as _dataclasses
import datetime as _datetime
from collections import deque as _deque
from enum import Enum as _Enum
from pathlib import PurePath as _PurePath
from types import GeneratorType as _GeneratorType

from pydantic import BaseModel as _BaseModel


def _isoformat(value):
    return value.isoformat()


def decimal_encoder(value):
    exponent = value.as_tuple().exponent
    return int(value) if isinstance(exponent, int) and exponent >= 0 else float(value)


ENCODERS_BY_TYPE = {bytes: lambda value: value.decode(), _datetime.date: _isoformat, _datetime.datetime: _isoformat,
                    _datetime.time: _isoformat, _datetime.timedelta: lambda value: value.total_seconds()}


def _by_name(value):
    """What is made of an object whose module need not have been imported."""
    for cls in type(value).__mro__:
        if cls in ENCODERS_BY_TYPE:
            return ENCODERS_BY_TYPE[cls]
        name = f'{cls.__module__}.{cls.__name__}'
        if name in ('decimal.Decimal', '_pydecimal.Decimal'):
            return decimal_encoder
        if name == 're.Pattern':
            return lambda pattern: pattern.pattern
        if name in ('uuid.UUID', 'pydantic.types.SecretStr', 'pydantic.types.SecretBytes') or (
                cls.__module__ == 'ipaddress' or cls.__module__.startswith('pydantic.networks')):
            return str


def jsonable_encoder(obj, include=None, exclude=None, by_alias=True, exclude_unset=False, exclude_defaults=False,
                     exclude_none=False, custom_encoder=None, sqlalchemy_safe=True):
    custom = custom_encoder or {}
    for kind, encode in custom.items():
        if type(obj) is kind:
            return encode(obj)
    for kind, encode in custom.items():
        if isinstance(obj, kind):
            return encode(obj)
    include = set(include) if include is not None and not isinstance(include, (set, dict)) else include
    exclude = set(exclude) if exclude is not None and not isinstance(exclude, (set, dict)) else exclude
    options = {'by_alias': by_alias, 'exclude_unset': exclude_unset, 'exclude_defaults': exclude_defaults,
               'exclude_none': exclude_none}
    if isinstance(obj, _BaseModel):
        found = obj.model_dump(mode='json', include=include, exclude=exclude, **options)
        return jsonable_encoder(found, exclude_none=exclude_none, exclude_defaults=exclude_defaults)
    options.update(custom_encoder=custom, sqlalchemy_safe=sqlalchemy_safe)
    if _dataclasses.is_dataclass(obj) and not isinstance(obj, type):
        return jsonable_encoder(_dataclasses.asdict(obj), include=include, exclude=exclude, **options)
    if isinstance(obj, _Enum):
        return obj.value
    if isinstance(obj, _PurePath):
        return str(obj)
    if obj is None or isinstance(obj, (str, int, float)):
        return obj
    if isinstance(obj, dict):
        return {jsonable_encoder(key, **options): jsonable_encoder(value, **options) for key, value in obj.items()
                if not (sqlalchemy_safe and isinstance(key, str) and key.startswith('_sa'))
                and (value is not None or not exclude_none)
                and (include is None or key in include) and (exclude is None or key not in exclude)}
    if isinstance(obj, (list, set, frozenset, tuple, _deque, _GeneratorType)):
        return [jsonable_encoder(each, include=include, exclude=exclude, **options) for each in obj]
    encode = _by_name(obj)
    if encode is not None:
        return encode(obj)
    try:
        found = dict(obj)
    except Exception as e:
        try:
            found = vars(obj)
        except Exception as other:
            raise ValueError([e, other]) from other
    return jsonable_encoder(found, include=include, exclude=exclude, **options)
