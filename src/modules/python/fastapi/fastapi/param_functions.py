"""What handlers write behind their parameters."""
from fastapi import params as _params
from pydantic_core import PydanticUndefined as _Undefined


def _function(name):
    cls = getattr(_params, name)

    def make(default=... if name == 'Path' else _Undefined, **kwargs):
        return cls(default, **kwargs)
    make.__name__ = make.__qualname__ = name
    return make


Path, Query, Header, Cookie, Body, Form, File = map(_function, 'Path Query Header Cookie Body Form File'.split())


def Depends(dependency=None, *, use_cache=True, scope=None, max_concurrency=None):
    return _params.Depends(dependency, use_cache, scope, max_concurrency=max_concurrency)


def Security(dependency=None, *, scopes=None, use_cache=True):
    return _params.Security(dependency=dependency, scopes=scopes, use_cache=use_cache)
