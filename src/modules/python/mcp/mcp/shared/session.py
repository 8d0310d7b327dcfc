"""What a client's and a server's session have in common: requests that are sent and answered, and a loop that reads."""
import logging
from contextlib import AsyncExitStack
from typing import Generic, Protocol, TypeVar

import anyio
from pydantic import BaseModel

from mcp.shared.exceptions import McpError
from mcp.shared.message import ServerMessageMetadata, SessionMessage, wire
from mcp.types import (CONNECTION_CLOSED, INVALID_PARAMS, CancelledNotification, ClientNotification, ClientRequest, ClientResult, ErrorData,
                       JSONRPCError, JSONRPCMessage, JSONRPCNotification, JSONRPCRequest, JSONRPCResponse, ProgressNotification,
                       ServerNotification, ServerRequest, ServerResult)

RequestId = str | int
SendRequestT, ReceiveRequestT = (TypeVar(name, ClientRequest, ServerRequest) for name in ('SendRequestT', 'ReceiveRequestT'))
SendNotificationT, ReceiveNotificationT = (TypeVar(name, ClientNotification, ServerNotification)
                                           for name in ('SendNotificationT', 'ReceiveNotificationT'))
SendResultT = TypeVar('SendResultT', ClientResult, ServerResult)
ReceiveResultT = TypeVar('ReceiveResultT', bound=BaseModel)


class ProgressFnT(Protocol):
    async def __call__(self, progress, total, message): ...


class RequestResponder(Generic[ReceiveRequestT, SendResultT]):
    """A request of the other side's. Whoever answers it does so in a `with`, which the other side may cancel."""

    def __init__(self, request_id, request_meta, request, session, on_complete, message_metadata=None):
        self.request_id, self.request_meta, self.request = request_id, request_meta, request
        self.message_metadata = message_metadata
        self._session, self._on_complete = session, on_complete
        self._completed = self._entered = False
        self._cancel_scope = anyio.CancelScope()

    def __enter__(self):
        self._cancel_scope = anyio.CancelScope().__enter__()
        self._entered = True
        return self

    def __exit__(self, kind, exc, traceback):
        self._entered = False
        if self._completed:
            self._on_complete(self)
        self._cancel_scope.__exit__(kind, exc, traceback)

    def _must_be_entered(self):
        if not self._entered:
            raise RuntimeError('RequestResponder must be used as a context manager')

    async def respond(self, response):
        self._must_be_entered()
        assert not self._completed, 'Request already responded to'
        if not self.cancelled:
            self._completed = True
            await self._session._send_response(self.request_id, response)

    async def cancel(self):
        self._must_be_entered()
        self._cancel_scope.cancel()
        self._completed = True
        await self._session._send_response(self.request_id, ErrorData(code=0, message='Request cancelled', data=None))

    @property
    def in_flight(self):
        return not (self._completed or self.cancelled)

    @property
    def cancelled(self):
        return self._cancel_scope.cancel_called


class BaseSession(Generic[SendRequestT, SendNotificationT, SendResultT, ReceiveRequestT, ReceiveNotificationT]):
    def __init__(self, read_stream, write_stream, receive_request_type, receive_notification_type, read_timeout_seconds=None):
        self._read_stream, self._write_stream = read_stream, write_stream
        self._receive_request_type, self._receive_notification_type = receive_request_type, receive_notification_type
        self._session_read_timeout_seconds = read_timeout_seconds
        self._request_id = 0
        self._response_streams, self._in_flight, self._progress_callbacks = {}, {}, {}
        self._response_routers = []
        self._exit_stack = AsyncExitStack()

    def add_response_router(self, router):
        self._response_routers.append(router)

    async def __aenter__(self):
        self._task_group = await anyio.create_task_group().__aenter__()
        self._task_group.start_soon(self._receive_loop)
        return self

    async def __aexit__(self, kind, exc, traceback):
        await self._exit_stack.aclose()
        self._task_group.cancel_scope.cancel()
        return await self._task_group.__aexit__(kind, exc, traceback)

    async def send_request(self, request, result_type, request_read_timeout_seconds=None, metadata=None, progress_callback=None):
        number = self._request_id
        self._request_id += 1
        answers, answer = anyio.create_memory_object_stream(1)
        self._response_streams[number] = answers
        data = wire(request)
        if progress_callback is not None:
            data.setdefault('params', {}).setdefault('_meta', {})['progressToken'] = number
            self._progress_callbacks[number] = progress_callback
        patience = self._session_read_timeout_seconds if request_read_timeout_seconds is None else request_read_timeout_seconds
        seconds = None if patience is None else patience.total_seconds()
        try:
            await self._write(JSONRPCRequest(jsonrpc='2.0', id=number, **data), metadata)
            try:
                with anyio.fail_after(seconds):
                    response = await answer.receive()
            except TimeoutError:
                raise McpError(ErrorData(code=408, message=f'Timed out while waiting for response to '
                                         f'{type(request).__name__}. Waited {seconds} seconds.'))
            if isinstance(response, JSONRPCError):
                raise McpError(response.error)
            return result_type.model_validate(response.result)
        finally:
            self._response_streams.pop(number, None)
            self._progress_callbacks.pop(number, None)
            await answers.aclose()
            await answer.aclose()

    async def send_notification(self, notification, related_request_id=None):
        metadata = ServerMessageMetadata(related_request_id=related_request_id) if related_request_id else None
        await self._write(JSONRPCNotification(jsonrpc='2.0', **wire(notification)), metadata)

    async def _send_response(self, request_id, response):
        if isinstance(response, ErrorData):
            await self._write(JSONRPCError(jsonrpc='2.0', id=request_id, error=response))
        else:
            await self._write(JSONRPCResponse(jsonrpc='2.0', id=request_id, result=wire(response)))

    async def _write(self, envelope, metadata=None):
        await self._write_stream.send(SessionMessage(message=JSONRPCMessage(envelope), metadata=metadata))

    async def _receive_loop(self):
        async with self._read_stream, self._write_stream:
            try:
                async for message in self._read_stream:
                    await self._take(message)
            except anyio.ClosedResourceError:
                logging.debug('Read stream closed by client')
            except Exception as exc:
                logging.exception(f'Unhandled exception in receive loop: {exc}')
            finally:
                # Nothing more will come: who waits for an answer is told so.
                for number, answers in list(self._response_streams.items()):
                    try:
                        gone = ErrorData(code=CONNECTION_CLOSED, message='Connection closed')
                        await answers.send(JSONRPCError(jsonrpc='2.0', id=number, error=gone))
                        await answers.aclose()
                    except Exception:
                        pass
                self._response_streams.clear()

    async def _take(self, message):
        if isinstance(message, Exception):
            return await self._handle_incoming(message)
        envelope = message.message.root
        if isinstance(envelope, JSONRPCRequest):
            try:
                await self._take_request(envelope, message.metadata)
            except Exception as exc:
                logging.warning(f'Failed to validate request: {exc}')
                logging.debug(f'Message that failed validation: {envelope}')
                wrong = ErrorData(code=INVALID_PARAMS, message='Invalid request parameters', data='')
                await self._write(JSONRPCError(jsonrpc='2.0', id=envelope.id, error=wrong))
        elif isinstance(envelope, JSONRPCNotification):
            try:
                await self._take_notification(self._receive_notification_type.model_validate(wire(envelope)))
            except Exception as exc:
                logging.warning(f'Failed to validate notification: {exc}. Message was: {envelope}')
        else:
            await self._handle_response(message)

    async def _take_request(self, envelope, metadata):
        request = self._receive_request_type.model_validate(wire(envelope))
        params = request.root.params
        responder = RequestResponder(envelope.id, params.meta if params else None, request, self,
                                     lambda done: self._in_flight.pop(done.request_id, None), metadata)
        self._in_flight[responder.request_id] = responder
        await self._received_request(responder)
        if not responder._completed:
            await self._handle_incoming(responder)

    async def _take_notification(self, notification):
        news = notification.root
        if isinstance(news, CancelledNotification):
            if news.params.requestId in self._in_flight:
                await self._in_flight[news.params.requestId].cancel()
            return
        if isinstance(news, ProgressNotification) and news.params.progressToken in self._progress_callbacks:
            told = news.params
            try:
                await self._progress_callbacks[told.progressToken](told.progress, told.total, told.message)
            except Exception as exc:
                logging.error('Progress callback raised an exception: %s', exc)
        await self._received_notification(notification)
        await self._handle_incoming(notification)

    async def _handle_response(self, message):
        answer = message.message.root
        number = answer.id
        if isinstance(number, str):
            try:
                number = int(number)
            except ValueError:
                logging.warning(f'Response ID {number!r} cannot be normalized to match pending requests')
        for router in self._response_routers:
            if (router.route_error(number, answer.error) if isinstance(answer, JSONRPCError)
                    else router.route_response(number, answer.result or {})):
                return
        answers = self._response_streams.pop(number, None)
        if answers:
            await answers.send(answer)
        else:
            await self._handle_incoming(RuntimeError(f'Received response with an unknown request ID: {message}'))

    async def _received_request(self, responder):
        """A subclass may answer it here."""

    async def _received_notification(self, notification):
        """A subclass may look at it here."""

    async def send_progress_notification(self, progress_token, progress, total=None, message=None):
        """A subclass tells the other side."""

    async def _handle_incoming(self, req):
        """What a subclass does with all that comes."""
