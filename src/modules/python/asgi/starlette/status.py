"""Names of HTTP's and WebSockets' codes."""
from http import HTTPStatus as _HTTPStatus

_older = {'HTTP_413_REQUEST_ENTITY_TOO_LARGE': 'HTTP_413_CONTENT_TOO_LARGE',
          'HTTP_414_REQUEST_URI_TOO_LONG': 'HTTP_414_URI_TOO_LONG',
          'HTTP_416_REQUESTED_RANGE_NOT_SATISFIABLE': 'HTTP_416_RANGE_NOT_SATISFIABLE',
          'HTTP_422_UNPROCESSABLE_ENTITY': 'HTTP_422_UNPROCESSABLE_CONTENT'}
_ws = ('1000_NORMAL_CLOSURE 1001_GOING_AWAY 1002_PROTOCOL_ERROR 1003_UNSUPPORTED_DATA 1005_NO_STATUS_RCVD '
       '1006_ABNORMAL_CLOSURE 1007_INVALID_FRAME_PAYLOAD_DATA 1008_POLICY_VIOLATION 1009_MESSAGE_TOO_BIG '
       '1010_MANDATORY_EXT 1011_INTERNAL_ERROR 1012_SERVICE_RESTART 1013_TRY_AGAIN_LATER 1014_BAD_GATEWAY '
       '1015_TLS_HANDSHAKE')
__all__ = []
for _code, _name in [('HTTP', f'{each.value}_{each.name}') for each in _HTTPStatus] + [('HTTP', '306_RESERVED')] + [
        ('WS', each) for each in _ws.split()]:
    _name = f'{_code}_{_name}'
    _name = _older.get(_name, _name)
    globals()[_name] = int(_name.split('_')[1])
    __all__.append(_name)


def __getattr__(name):
    if name in _older:
        import warnings
        from starlette.exceptions import StarletteDeprecationWarning
        warnings.warn(f"'{name}' is deprecated. Use '{_older[name]}' instead.", StarletteDeprecationWarning,
                      stacklevel=2)
        return globals()[_older[name]]
    raise AttributeError(f"module 'starlette.status' has no attribute '{name}'")


def __dir__():
    return sorted([*__all__, *_older])
