"""Events that a server sends, read from an answer of httpx's."""
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from json import loads

import httpx

__version__ = '0.4.3'
__all__ = ['__version__', 'EventSource', 'connect_sse', 'aconnect_sse', 'ServerSentEvent', 'SSEError']


class SSEError(httpx.TransportError):
    pass


@dataclass(frozen=True)
class ServerSentEvent:
    event: str = 'message'
    data: str = ''
    id: str = ''
    retry: int | None = None

    def json(self):
        return loads(self.data)


class _Events:
    """Lines, of which an empty one ends an event."""

    def __init__(self):
        self._last_id = ''
        self._begin()

    def _begin(self):
        self._event, self._data, self._retry = '', [], None

    def take(self, line):
        if not line:
            if not (self._event or self._data or self._last_id or self._retry is not None):
                return None
            made = ServerSentEvent(self._event or 'message', '\n'.join(self._data), self._last_id, self._retry)
            self._begin()
            return made
        field, _, value = line.partition(':')
        value = value.removeprefix(' ')
        if field == 'event':
            self._event = value
        elif field == 'data':
            self._data.append(value)
        elif field == 'id' and '\0' not in value:
            self._last_id = value
        elif field == 'retry':
            try:
                self._retry = int(value)
            except ValueError:
                pass


class _Lines:
    """Text in pieces, as lines."""

    def __init__(self):
        self._rest = ''

    def take(self, text):
        text = self._rest + text
        held = '\r' if text.endswith('\r') else ''  # it may go on with \n
        *lines, rest = text.removesuffix('\r').replace('\r\n', '\n').replace('\r', '\n').split('\n')
        self._rest = rest + held
        return lines

    def rest(self):
        return [self._rest.removesuffix('\r')] if self._rest else []


class EventSource:
    def __init__(self, response):
        self._response = response

    def _check_content_type(self):
        kind = self._response.headers.get('content-type', '').partition(';')[0]
        if 'text/event-stream' not in kind:
            raise SSEError(f"Expected response header Content-Type to contain 'text/event-stream', got {kind!r}")

    @property
    def response(self):
        return self._response

    def iter_sse(self):
        self._check_content_type()
        lines, events = _Lines(), _Events()
        for text in self._response.iter_text():
            yield from filter(None, map(events.take, lines.take(text)))
        yield from filter(None, map(events.take, lines.rest()))

    async def aiter_sse(self):
        self._check_content_type()
        lines, events = _Lines(), _Events()
        async for text in self._response.aiter_text():
            for event in filter(None, map(events.take, lines.take(text))):
                yield event
        for event in filter(None, map(events.take, lines.rest())):
            yield event


def _asking(given):
    headers = given.pop('headers', {})
    headers['Accept'], headers['Cache-Control'] = 'text/event-stream', 'no-store'
    return {'headers': headers, **given}


@contextmanager
def connect_sse(client, method, url, **kwargs):
    with client.stream(method, url, **_asking(kwargs)) as response:
        yield EventSource(response)


@asynccontextmanager
async def aconnect_sse(client, method, url, **kwargs):
    async with client.stream(method, url, **_asking(kwargs)) as response:
        yield EventSource(response)
