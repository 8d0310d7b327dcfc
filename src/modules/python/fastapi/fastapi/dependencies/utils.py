"""How a function's signature is read, and how a request fills it."""
import inspect as _inspect
import re as _re
from contextlib import asynccontextmanager as _asynccontextmanager, contextmanager as _contextmanager
from typing import Annotated as _Annotated, Any as _Any, get_args as _get_args, get_origin as _get_origin

from fastapi import params as _params
from fastapi._fields import ModelField, Undefined, copied, fields_of, is_of, is_scalar, is_scalar_sequence, is_sequence
from fastapi._fields import choices, is_subclass, missing, model_of
from fastapi.background import BackgroundTasks
from fastapi.concurrency import contextmanager_in_threadpool, run_in_threadpool
from fastapi.dependencies._forms import by_models, models_of
from fastapi.dependencies.models import Dependant, is_async_generator, is_coroutine, is_generator
from pydantic.fields import FieldInfo
from starlette.background import BackgroundTasks as _PlainBackgroundTasks
from starlette.datastructures import FormData, Headers, ImmutableMultiDict, UploadFile
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.websockets import WebSocket

_EMPTY = _inspect.Parameter.empty


def signature_of(call):
    try:
        return _inspect.signature(call, eval_str=True)
    except NameError:
        return _inspect.signature(call)


def return_annotation(call):
    found = signature_of(call).return_annotation
    return None if found is _inspect.Signature.empty else found


def _special(annotation):
    from fastapi.security.oauth2 import SecurityScopes
    for kind, name in ((Request, 'request'), (WebSocket, 'websocket'), (HTTPConnection, 'connection'),
                       (Response, 'response'), (_PlainBackgroundTasks, 'tasks'), (SecurityScopes, 'scopes')):
        if is_subclass(annotation, kind):
            return name


def get_dependant(*, path, call, name=None, scopes=(), own_scopes=(), use_cache=True, scope=None, limit=None):
    found = Dependant(call, path, name, scopes, own_scopes, use_cache, scope, limit)
    in_path = set(_re.findall('{(.*?)}', path))
    for param in signature_of(call).parameters.values():
        _add(found, param, in_path)
    return found


def depending(depends, path, name=None, scopes=()):
    """A dependency as what it depends on."""
    own = list(depends.scopes or ()) if isinstance(depends, _params.Security) else ()
    return get_dependant(path=path, call=depends.dependency, name=name, scopes=scopes, own_scopes=own,
                         use_cache=depends.use_cache, scope=depends.scope, limit=depends._limit)


def _add(dependant, param, in_path):
    name, value, annotation = param.name, param.default, param.annotation
    annotation = getattr(annotation, '__value__', annotation)
    annotation = _Any if annotation is _EMPTY else annotation
    info, depends, extra = None, None, ()
    kind = annotation
    if _get_origin(annotation) is _Annotated:
        kind, *extra = _get_args(annotation)
        ours = [each for each in extra if isinstance(each, (_params._Field, _params.Depends))]
        extra = [each for each in extra if not isinstance(each, (_params._Field, _params.Depends))]
        if ours and isinstance(ours[-1], _params.Depends):
            depends = ours[-1]
        elif ours:
            info = copied(ours[-1])
            assert info.default is Undefined or info.default is ..., (
                f'`{type(info).__name__}` default value cannot be set in `Annotated` for {name!r}. Set the default value '
                'with `=` instead.')
            assert value is _EMPTY or name not in in_path, 'Path parameters cannot have default values'
            info.default = Undefined if value is _EMPTY else value
    if isinstance(value, _params.Depends):
        assert depends is None, f'Cannot specify `Depends` in `Annotated` and default value together for {name!r}'
        assert info is None, (f'Cannot specify a FastAPI annotation in `Annotated` and `Depends` as a default value '
                              f'together for {name!r}')
        depends = value
    elif isinstance(value, FieldInfo):
        assert info is None, f'Cannot specify FastAPI annotations in `Annotated` and default value together for {name!r}'
        info = copied(value)
    if depends is not None:
        if depends.dependency is None:
            import dataclasses
            depends = dataclasses.replace(depends, dependency=kind)
        if dependant.key[2] == 'request' and depends.scope == 'function':
            from fastapi.exceptions import DependencyScopeError
            raise DependencyScopeError(
                f'The dependency "{getattr(dependant.call, "__name__", "<unnamed_callable>")}" has a scope of "request", '
                'it cannot depend on dependencies with scope "function".')
        dependant.dependencies.append(depending(depends, dependant.path, name, dependant.oauth_scopes))
        return
    special = _special(kind)
    if special is not None:
        assert info is None, f'Cannot specify FastAPI annotation for type {kind!r}'
        dependant.special[special] = name
        return
    if info is None:
        given = Undefined if value is _EMPTY else value
        if name in in_path:
            info = _params.Path()
        elif is_of(UploadFile, kind):
            info = _params.File(given)
        elif not is_scalar(kind):
            info = _params.Body(given)
        else:
            info = _params.Query(given)
    elif not isinstance(info, _params._Field):
        info, extra = _params.Query(info.default), [*extra, info]
    if name in in_path:
        assert isinstance(info, _params.Path), f'Cannot use `{type(info).__name__}` for path param {name!r}'
    if info.default is ...:
        info.default = Undefined
    info.annotation = kind
    for each in extra:
        # What a Field in the same Annotated says.
        for what in 'title', 'description', 'examples', 'alias', 'validation_alias':
            if isinstance(each, FieldInfo) and getattr(info, what) is None:
                setattr(info, what, getattr(each, what))
    info.alias = info.alias or (name.replace('_', '-') if getattr(info, 'convert_underscores', False) else name)
    field = ModelField(name, info, extra=tuple(extra))
    if name in in_path:
        assert is_scalar(kind), 'Path params must be of one of the supported types'
    elif isinstance(info, _params.Query):
        assert is_scalar(kind) or is_scalar_sequence(kind) or model_of(kind), (
            f'Query parameter {name!r} must be one of the supported types')
    if isinstance(info, _params.Body):
        dependant.body_params.append(field)
    else:
        getattr(dependant, info.in_.value + '_params').append(field)


def embeds(fields):
    """Whether a body has the parameters by their names, or is the one parameter."""
    if not fields:
        return False
    first = fields[0]
    return (len({field.name for field in fields}) > 1 or bool(getattr(first.field_info, 'embed', None))
            or isinstance(first.field_info, _params.Form) and not models_of(first.annotation))


class Solved:
    """What a request fills in, what is wrong with it, and what its answer is to have."""

    def __init__(self, response):
        self.values, self.errors, self.tasks, self.response = {}, [], None, response


async def solve(dependant, request, body, overrides, embed, shared=None):
    """Calls what a function depends on and takes its parameters out of the request."""
    if shared is None:
        response = Response()
        del response.headers['content-length']
        response.status_code = None
        shared = {'response': response, 'tasks': None, 'cache': {}}
    found, cache = Solved(shared['response']), shared['cache']
    for each in dependant.dependencies:
        used = each
        if overrides and each.call in overrides:
            used = get_dependant(path=each.path, call=overrides[each.call], name=each.name, scopes=each.oauth_scopes,
                                 scope=each.scope, limit=each.limit)
        inner = await solve(used, request, body, overrides, embed, shared)
        if inner.errors:
            found.errors += inner.errors
            continue
        if each.use_cache and each.key in cache:
            value = cache[each.key]
        else:
            value = await _result(used, inner.values, request.scope[
                'fastapi_function_astack' if each.scope == 'function' else 'fastapi_inner_astack'])
        if each.name is not None:
            found.values[each.name] = value
        cache.setdefault(each.key, value)
    for fields, given in ((dependant.path_params, 'path_params'), (dependant.query_params, 'query_params'),
                          (dependant.header_params, 'headers'), (dependant.cookie_params, 'cookies')):
        if fields:
            _take(fields, getattr(request, given), found)
    if dependant.body_params:
        await _take_body(dependant.body_params, body, embed, found)
    for what, name in dependant.special.items():
        if what == 'tasks' and shared['tasks'] is None:
            shared['tasks'] = BackgroundTasks()
        if what == 'scopes':
            from fastapi.security.oauth2 import SecurityScopes
            found.values[name] = SecurityScopes(dependant.oauth_scopes)
        else:
            found.values[name] = shared[what] if what in ('tasks', 'response') else request
    found.tasks = shared['tasks']
    return found


async def _result(dependant, values, stack):
    call, limit = dependant.call, dependant.limit and dependant.limit.semaphore()
    if is_async_generator(call) or is_generator(call):
        if limit is not None:
            await stack.enter_async_context(limit)
        return await stack.enter_async_context(
            _asynccontextmanager(call)(**values) if is_async_generator(call) else
            contextmanager_in_threadpool(_contextmanager(call)(**values)))
    if limit is not None:
        await limit.acquire()
    try:
        return await call(**values) if is_coroutine(call) else await run_in_threadpool(call, **values)
    finally:
        if limit is not None:
            limit.release()


def _empty_file(value):
    return isinstance(value, UploadFile) and value.filename == '' and not value.size


def _value(field, values, alias):
    several = is_sequence(field.annotation)
    if several and isinstance(values, (ImmutableMultiDict, Headers)):
        value = [each for each in values.getlist(alias) if not (isinstance(values, FormData) and _empty_file(each))]
    else:
        value = values.get(alias, None)
    if value is None or several and not value or isinstance(values, FormData) and (value == '' or _empty_file(value)):
        return Undefined
    return value


def _note(field, result, found):
    value, errors = result
    if errors:
        found.errors += errors
    else:
        found.values[field.name] = value


def _model_values(model, values, dashes=True):
    """What values there are for the fields of a model, and what else there is."""
    taken, seen = {}, set()
    for field in fields_of(model):
        name, asked = field.alias, _asked(field, values, dashes)
        seen |= {asked, name}
        value = _value(field, values, asked)
        if value is not Undefined:
            taken[name] = value
    rest = values.multi_items() if isinstance(values, ImmutableMultiDict) else values.items()
    for name, value in rest:
        if name not in seen:
            taken[name] = [*(taken[name] if isinstance(taken[name], list) else [taken[name]]), value] if (
                name in taken) else value
    return taken


def _take(fields, given, found):
    for field in fields:
        info = field.field_info
        model = model_of(field.annotation)
        if model is not None:
            dashes = getattr(info, 'convert_underscores', True)
            values = _model_values(model, given, dashes)
            if info.annotation is not model and not _asks(model, given, values, dashes):
                values = Undefined
            value, errors = field.given(values, (info.in_.value,))
            if isinstance(given, Headers) and dashes:
                for error in errors:
                    error['loc'] = _header_named(error['loc'], model)
            _note(field, (value, errors), found)
        else:
            _note(field, field.given(_value(field, given, field.alias), (info.in_.value, field.alias)), found)


def _asked(field, values, dashes):
    """What a request calls a model's field."""
    name = field.alias
    return name.replace('_', '-') if isinstance(values, Headers) and dashes and name == field.name else name


def _asks(model, given, values, dashes):
    """Whether a request has anything for a model that may be absent."""
    return any([_asked(field, given, dashes) in given for field in fields_of(model)]) or bool(
        values and model.model_config.get('extra') in ('allow', 'forbid'))


def _header_named(loc, model):
    """Where an error is, by the name that the header has."""
    name = loc[1] if len(loc) > 1 else ''
    return (loc[0], name.replace('_', '-'), *loc[2:]) if name in model.model_fields else loc


def _form_values(field, models, body):
    """What a form has for the model, or for the models, that the parameter is."""
    if type(None) in choices(field.annotation) and not any([
            _asks(model, body, body, False) for model in models]):
        return Undefined
    if len(models) == 1:
        return _model_values(models[0], body)
    if not hasattr(field, '_by_models'):
        field._by_models = True
        field.read_as(by_models(field.annotation, _model_values))
    taken = {}
    for name, value in body.multi_items():
        taken.setdefault(name, []).append(value)
    return {name: values if len(values) > 1 else values[0] for name, values in taken.items()}


async def _form_value(field, value):
    """A file as bytes, if bytes are wanted."""
    if isinstance(field.field_info, _params.File) and is_of(bytes, field.annotation) and value is not Undefined:
        if isinstance(value, UploadFile):
            return await value.read()
        if isinstance(value, list):
            return [await each.read() if isinstance(each, UploadFile) else each for each in value]
    return value


async def _take_body(fields, body, embed, found):
    form = isinstance(body, FormData)
    if len(fields) == 1 and not embed and not form:
        field = fields[0]
        value, errors = field.given(body, ('body',))
        found.values[field.name] = value
        found.errors += errors
        return
    for field in fields:
        loc = 'body', field.alias
        value = Undefined
        if form:
            models = () if field.field_info.embed else models_of(field.annotation)
            if models:
                value, loc = _form_values(field, models, body), ('body',)
            else:
                value = await _form_value(field, _value(field, body, field.alias))
        elif body is not Undefined and not isinstance(body, bytes):
            try:
                value = body.get(field.alias, Undefined)
            except AttributeError:
                found.errors.append(missing(loc))
                continue
        _note(field, field.given(value, loc), found)
