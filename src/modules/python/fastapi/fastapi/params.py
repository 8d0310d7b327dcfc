"""What a parameter of a handler is taken from."""
from dataclasses import dataclass as _dataclass, field as _field
from enum import Enum as _Enum

from pydantic.fields import FieldInfo as _FieldInfo
from pydantic_core import PydanticUndefined as _Undefined


class ParamTypes(_Enum):
    query = 'query'
    header = 'header'
    path = 'path'
    cookie = 'cookie'


_LATER = '`%s` has been deprecated, please use `%s` instead'
# What is said in a request's description alone.
_OWN = {'example': None, 'openapi_examples': None, 'include_in_schema': True}


class _Field(_FieldInfo):
    # How far away whoever is warned of a parameter stands.
    _depth = 2

    def __init__(self, default=_Undefined, **kwargs):
        import warnings
        from fastapi.exceptions import FastAPIDeprecationWarning
        for name, other in ('example', 'examples'), ('regex', 'pattern'):
            if kwargs.get(name) is not None:
                warnings.warn(_LATER % (name, other), FastAPIDeprecationWarning, stacklevel=self._depth)
        self.has_example = 'example' in kwargs
        own = {name: kwargs.pop(name, usual) for name, usual in _OWN.items()}
        regex = kwargs.pop('regex', None)
        if regex is not None:
            kwargs.setdefault('pattern', regex)
        kwargs = {name: value for name, value in kwargs.items() if value is not None}
        alias = kwargs.get('alias')
        if alias is not None:
            kwargs.setdefault('serialization_alias', alias)
            kwargs.setdefault('validation_alias', alias)
        super().__init__(default=default, **kwargs)
        for name, value in own.items():
            setattr(self, name, value)

    def __repr__(self):
        return f'{type(self).__name__}({self.default})'


class Param(_Field):
    in_ = None


class Path(Param):
    in_ = ParamTypes.path

    def __init__(self, default=..., **kwargs):
        assert default is ..., 'Path parameters cannot have a default value'
        super().__init__(_Undefined, **kwargs)


class Query(Param):
    in_ = ParamTypes.query


class Header(Param):
    in_ = ParamTypes.header

    def __init__(self, default=_Undefined, *, convert_underscores=True, **kwargs):
        super().__init__(default, **kwargs)
        self.convert_underscores = convert_underscores


class Cookie(Param):
    in_ = ParamTypes.cookie


class Body(_Field):
    _media_type, _depth = 'application/json', 3

    def __init__(self, default=_Undefined, *, embed=None, media_type=None, **kwargs):
        super().__init__(default, **kwargs)
        self.embed, self.media_type = embed, media_type or self._media_type


class Form(Body):
    _media_type, _depth = 'application/x-www-form-urlencoded', 2


class File(Form):
    _media_type = 'multipart/form-data'


@_dataclass(frozen=True)
class Depends:
    """What another function finds out."""
    dependency: object = None
    use_cache: bool = True
    scope: str | None = None
    max_concurrency: int | None = _field(default=None, kw_only=True)
    _limit: object = _field(default=None, repr=False, kw_only=True, compare=False)

    def __post_init__(self):
        most = self.max_concurrency
        if most is not None:
            if type(most) is not int or most < 1:
                raise ValueError('max_concurrency must be a positive integer or None')
            from fastapi.dependencies.models import Limit
            object.__setattr__(self, '_limit', self._limit or Limit(most))


@_dataclass(frozen=True)
class Security(Depends):
    scopes: object = None
