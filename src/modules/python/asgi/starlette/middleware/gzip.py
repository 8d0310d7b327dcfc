"""Answers that are compressed for clients that ask for it."""
import zlib as _zlib

from starlette.datastructures import Headers, MutableHeaders

DEFAULT_EXCLUDED_CONTENT_TYPES = (
    'application/grpc', 'application/gzip', 'application/x-gzip', 'application/zip', 'audio/*', 'font/woff',
    'font/woff2', 'image/avif', 'image/gif', 'image/jpeg', 'image/png', 'image/webp', 'text/event-stream', 'video/*')


class GZipMiddleware:
    def __init__(self, app, minimum_size=500, compresslevel=9, thread_minimum_size=128 * 1024, *,
                 exclude_content_types=DEFAULT_EXCLUDED_CONTENT_TYPES):
        self.app, self.minimum_size, self.compresslevel = app, minimum_size, compresslevel
        self.exclude_content_types = [kind.partition(';')[0].strip().lower() for kind in exclude_content_types]

    async def __call__(self, scope, receive, send):
        if scope['type'] == 'http':
            wanted = 'gzip' in Headers(scope=scope).get('Accept-Encoding', '')
            send = _Sender(self, send, _zlib.compressobj(self.compresslevel, _zlib.DEFLATED, 31) if wanted else None)
        await self.app(scope, receive, send)


class _Sender:
    """Passes an answer on, compressed if it is worth it."""

    def __init__(self, middleware, send, compressor):
        self._middleware, self._send, self._compressor, self._begun, self._as_it_is = middleware, send, compressor, None, False

    async def __call__(self, message):
        kind = message['type']
        if kind == 'http.response.start':
            self._first = message
            message.setdefault('headers', [])
            headers = Headers(raw=message['headers'])
            media = headers.get('content-type', '').partition(';')[0].strip().lower()
            self._as_it_is = ('content-encoding' in headers or message['status'] == 206 or not
                              {media, media.partition('/')[0] + '/*'}.isdisjoint(self._middleware.exclude_content_types))
            if self._as_it_is:
                await self._send(message)
        elif kind != 'http.response.body' or self._as_it_is:
            await self._send(message)
        elif self._begun:
            await self._send({**message, 'body': self._packed(message.get('body', b''), message.get('more_body', False))})
        else:
            self._begun = True
            await self._begin(message, message.get('body', b''), message.get('more_body', False))

    async def _begin(self, message, body, more):
        if more or len(body) >= self._middleware.minimum_size:
            headers = MutableHeaders(raw=self._first['headers'])
            headers.add_vary_header('Accept-Encoding')
            if self._compressor is not None:
                body = self._packed(body, more)
                headers['Content-Encoding'] = 'gzip'
                if more:
                    del headers['Content-Length']
                else:
                    headers['Content-Length'] = str(len(body))
                message = {**message, 'body': body}
        await self._send(self._first)
        await self._send(message)

    def _packed(self, body, more):
        if self._compressor is None:
            return body
        return self._compressor.compress(body) + (self._compressor.flush(_zlib.Z_SYNC_FLUSH) if more else
                                                  self._compressor.flush())
