"""How a handler is called: its parameters filled, its answer made."""
import contextlib as _contextlib
import email.message as _message
import inspect as _inspect
import json as _json

from fastapi import params as _params
from fastapi._fields import Undefined
from fastapi.datastructures import DefaultPlaceholder
from fastapi.dependencies.models import is_async_generator, is_coroutine, is_generator
from fastapi.dependencies.utils import solve
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import FastAPIError, RequestValidationError, ResponseValidationError
from fastapi.utils import is_body_allowed_for_status_code
from starlette._utils import wrap_app_handling_exceptions
from starlette.concurrency import iterate_in_threadpool, run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse


_NOT_AWAITED = ("Response not awaited. There's a high chance that the application code is raising an exception and a "
                'dependency with yield has a block with a bare except, or a block with except Exception, and is not raising '
                'the exception again. Read more about it in the docs: https://fastapi.tiangolo.com/tutorial/dependencies/'
                'dependencies-with-yield/#dependencies-with-yield-and-except')


def app_of(function, kind):
    """An application of a function that takes a request or a WebSocket, with stacks for what dependencies leave open."""
    async def app(scope, receive, send):
        conn = kind(scope, receive, send)

        async def serve(scope, receive, send):
            sent = False
            async with _contextlib.AsyncExitStack() as outer:
                scope['fastapi_inner_astack'] = outer
                async with _contextlib.AsyncExitStack() as inner:
                    scope['fastapi_function_astack'] = inner
                    response = await function(conn)
                if response is not None:
                    await response(scope, receive, send)
                sent = True
            if not sent and kind is Request:
                raise FastAPIError(_NOT_AWAITED)
        await wrap_app_handling_exceptions(serve, conn)(scope, receive, send)
    return app


def place(call, path):
    """Where a handler stands, for what is told of it."""
    found = {}
    try:
        found['file'] = _inspect.getsourcefile(call)
        found['line'] = _inspect.getsourcelines(call)[1]
        found['function'] = call.__name__
    except Exception:
        found = {}
    return {**found, 'path': path}


async def _body_of(request, strict):
    data = await request.body()
    if not data:
        return Undefined
    kind = request.headers.get('content-type')
    if not kind:
        return data if strict else await request.json()
    message = _message.Message()
    message['content-type'] = kind
    subtype = message.get_content_subtype()
    if message.get_content_maintype() == 'application' and (subtype == 'json' or subtype.endswith('+json')):
        return await request.json()
    return data


class Handler:
    """Fills a handler's parameters, calls it, and makes its answer."""

    def __init__(self, route):
        self._route, self._call = route, route.dependant.call
        self._is_coroutine = is_coroutine(self._call)
        self._form = route.body_field is not None and isinstance(route.body_field.field_info, _params.Form)

    async def __call__(self, request):
        route = self._route
        path = f'{request.method} {request.scope.get("root_path", "").rstrip("/")}{route.path_format}'
        body = await self._read(request, path)
        overrides = getattr(route.dependency_overrides_provider, 'dependency_overrides', None)
        solved = await solve(route.dependant, request, body, overrides, route._embeds)
        if solved.errors:
            raise RequestValidationError(solved.errors, body=None if body is Undefined else body,
                                         endpoint_ctx=place(self._call, path))
        if is_async_generator(self._call) or is_generator(self._call):
            response = self._stream(self._call(**solved.values), solved)
        else:
            found = await self._call(**solved.values) if self._is_coroutine else await run_in_threadpool(
                self._call, **solved.values)
            if isinstance(found, Response):
                found.background = solved.tasks if found.background is None else found.background
                return found
            response = await self._answer(found, solved, path)
        response.headers.raw.extend(solved.response.headers.raw)
        return response

    async def _read(self, request, path):
        if self._route.body_field is None:
            return Undefined
        try:
            if not self._form:
                strict = self._route.strict_content_type
                return await _body_of(request, strict.value if isinstance(strict, DefaultPlaceholder) else strict)
            body = await request.form()
            request.scope['fastapi_middleware_astack'].push_async_callback(body.close)
            return body
        except _json.JSONDecodeError as e:
            raise RequestValidationError([{'type': 'json_invalid', 'loc': ('body', e.pos), 'msg': 'JSON decode error',
                                           'input': {}, 'ctx': {'error': e.msg}}], body=e.doc,
                                         endpoint_ctx=place(self._call, path)) from e
        except HTTPException:
            raise
        except Exception as e:
            raise HTTPException(status_code=400, detail='There was an error parsing the body') from e

    def _arguments(self, solved):
        status = solved.response.status_code or self._route.status_code
        return {'background': solved.tasks, **({'status_code': status} if status else {})}

    async def _answer(self, content, solved, path):
        route, field = self._route, self._route.response_field
        cls, usual = route.response_class, isinstance(route.response_class, DefaultPlaceholder)
        cls = cls.value if usual else cls
        if field is None:
            response = cls(jsonable_encoder(content), **self._arguments(solved))
        else:
            value, errors = field.validate(content, ('response',)) if self._is_coroutine else await run_in_threadpool(
                field.validate, content, ('response',))
            if errors:
                raise ResponseValidationError(errors, body=content, endpoint_ctx=place(self._call, path))
            if usual:
                response = Response(field.serialize_json(value, **route._dumping), media_type='application/json',
                                    **self._arguments(solved))
            else:
                response = cls(field.serialize(value, **route._dumping), **self._arguments(solved))
        if not is_body_allowed_for_status_code(response.status_code):
            response.body = b''
        return response

    def _item(self, item):
        field = self._route.stream_item_field
        if field is None:
            return _json.dumps(jsonable_encoder(item)).encode()
        value, errors = field.validate(item, ('response',))
        if errors:
            raise ResponseValidationError(errors, body=item)
        return field.serialize_json(value, **self._route._dumping)

    def _event(self, item):
        from fastapi.sse import ServerSentEvent, format_sse_event
        if not isinstance(item, ServerSentEvent):
            return format_sse_event(data_str=self._item(item).decode())
        data = item.raw_data
        if data is None and item.data is not None:
            data = item.data.model_dump_json() if hasattr(item.data, 'model_dump_json') else _json.dumps(
                jsonable_encoder(item.data))
        return format_sse_event(data_str=data, event=item.event, id=item.id, retry=item.retry, comment=item.comment)

    def _stream(self, items, solved):
        route = self._route
        pack = self._event if route.is_sse_stream else (
            lambda item: self._item(item) + b'\n') if route.is_json_stream else lambda item: item

        async def pieces():
            import asyncio
            async for item in items if hasattr(items, '__aiter__') else iterate_in_threadpool(items):
                yield pack(item)
                await asyncio.sleep(0)
        arguments = self._arguments(solved)
        if route.is_sse_stream:
            response = StreamingResponse(_kept_alive(pieces()), media_type='text/event-stream', **arguments)
            response.headers['Cache-Control'], response.headers['X-Accel-Buffering'] = 'no-cache', 'no'
            return response
        if route.is_json_stream:
            return StreamingResponse(pieces(), media_type='application/jsonl', **arguments)
        return route.response_class(pieces(), **arguments)


async def _kept_alive(pieces, seconds=15):
    """Events as they come, and a comment where there is none for long."""
    import asyncio
    waiting = None
    try:
        while True:
            waiting = waiting or asyncio.ensure_future(anext(pieces, None))
            done, _ = await asyncio.wait([waiting], timeout=seconds)
            if not done:
                yield b': ping\n\n'
                continue
            piece, waiting = waiting.result(), None
            if piece is None:
                return
            yield piece
    finally:
        if waiting is not None:
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
