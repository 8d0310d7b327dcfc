"""Schemas made into functions that dump: each takes a value, what holds for the dump, and what to include and exclude."""
from ._errors import PydanticSerializationError
from ._json import to_json as _to_json
from . import _field_serializers, _own_serializers, _value_serializers
from ._compiled import MAKERS, OWN, compiled
from ._inferred import Dump, infer

MAKERS.update(_value_serializers.MAKERS | _field_serializers.MAKERS)
OWN.update(_own_serializers.OWN)


class SchemaSerializer:
    def __init__(self, schema, config=None, _use_prebuilt=True):
        self.schema, self.config = schema, config or {}
        self.run = compiled(schema, self.config)

    def _dumped(self, value, mode, include, exclude, warnings, options):
        options.setdefault('timedelta', self.config.get('ser_json_timedelta', 'iso8601'))
        options.setdefault('bytes', self.config.get('ser_json_bytes', 'utf8'))
        dump = Dump(mode, options)
        found = self.run(value, dump, include, exclude)
        if dump.told and warnings not in (False, 'none'):
            text = '\n  '.join(dump.told)
            if warnings == 'error':
                raise PydanticSerializationError(f'Pydantic serializer warnings:\n  {text}')
            from pydantic._told import told
            told(f'Pydantic serializer warnings:\n  {text}', UserWarning)
        return found

    def to_python(self, value, *, mode='python', include=None, exclude=None, warnings=True, **options):
        return self._dumped(value, mode, include, exclude, warnings, options)

    def to_json(self, value, *, indent=None, ensure_ascii=False, include=None, exclude=None, warnings=True, **options):
        found = self._dumped(value, 'json', include, exclude, warnings, options)
        return _to_json(found, indent, ensure_ascii, self.config.get('ser_json_inf_nan', 'null'))

    def __repr__(self):
        return 'SchemaSerializer()'


def to_jsonable_python(value, *, include=None, exclude=None, by_alias=True, exclude_none=False, round_trip=False,
                       timedelta_mode='iso8601', bytes_mode='utf8', inf_nan_mode='constants', serialize_unknown=False, fallback=None,
                       serialize_as_any=False, context=None, **more):
    options = {'by_alias': by_alias, 'exclude_none': exclude_none, 'round_trip': round_trip, 'fallback': fallback, 'context': context,
               'timedelta': timedelta_mode, 'bytes': bytes_mode}
    return infer(value, Dump('json', options, serialize_unknown), include, exclude)


def to_json(value, *, indent=None, ensure_ascii=False, inf_nan_mode='constants', **options):
    return _to_json(to_jsonable_python(value, **options), indent, ensure_ascii, inf_nan_mode)
