"""What is told of a request as it goes on."""
from aiosignal import Signal as _Signal

_REQUEST = 'method', 'url', 'headers'
_PIECE = 'method', 'url', 'chunk'
# The signals, and what their parameters are called and hold.
_SIGNALS = {
    'request_start': ('RequestStart', _REQUEST), 'request_chunk_sent': ('RequestChunkSent', _PIECE),
    'response_chunk_received': ('ResponseChunkReceived', _PIECE), 'request_end': ('RequestEnd', (*_REQUEST, 'response')),
    'request_exception': ('RequestException', (*_REQUEST, 'exception')),
    'request_redirect': ('RequestRedirect', (*_REQUEST, 'response')), 'connection_queued_start': ('ConnectionQueuedStart', ()),
    'connection_queued_end': ('ConnectionQueuedEnd', ()), 'connection_create_start': ('ConnectionCreateStart', ()),
    'connection_create_end': ('ConnectionCreateEnd', ()), 'connection_reuseconn': ('ConnectionReuseconn', ()),
    'dns_resolvehost_start': ('DnsResolveHostStart', ('host',)), 'dns_resolvehost_end': ('DnsResolveHostEnd', ('host',)),
    'dns_cache_hit': ('DnsCacheHit', ('host',)), 'dns_cache_miss': ('DnsCacheMiss', ('host',)),
    'request_headers_sent': ('RequestHeadersSent', _REQUEST),
}


class _Params:
    """What a callback is told."""

    def __init__(self, *args, **kwargs):
        self.__dict__.update(zip(self._fields, args), **kwargs)

    def __eq__(self, other):
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __repr__(self):
        return f'{type(self).__name__}({", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())})'


for _name, _fields in _SIGNALS.values():
    globals()[f'Trace{_name}Params'] = type(f'Trace{_name}Params', (_Params,), {'_fields': _fields, '__module__': __name__})


class TraceConfig:
    """Coroutine functions that are called as a request goes on."""

    def __init__(self, trace_config_ctx_factory=None):
        from types import SimpleNamespace
        self._factory = SimpleNamespace if trace_config_ctx_factory is None else trace_config_ctx_factory
        for name in _SIGNALS:
            setattr(self, 'on_' + name, _Signal(self))

    def trace_config_ctx(self, trace_request_ctx=None):
        return self._factory(trace_request_ctx=trace_request_ctx)

    def freeze(self):
        for name in _SIGNALS:
            getattr(self, 'on_' + name).freeze()


def params(name, values):
    """What callbacks of a signal are told."""
    return globals()[f'Trace{_SIGNALS[name][0]}Params'](**values)
