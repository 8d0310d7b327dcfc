"""Names for what annotations say of requests."""
from collections.abc import Awaitable as _Awaitable, Callable as _Callable, Iterable as _Iterable, Mapping as _Mapping

from aiohttp.web_response import StreamResponse as _StreamResponse
from aiohttp.web_request import Request as _Request
from multidict import CIMultiDict as _CIMultiDict, CIMultiDictProxy as _CIMultiDictProxy
from os import PathLike as _PathLike
from yarl import URL as _URL

Handler = _Callable[[_Request], _Awaitable[_StreamResponse]]
Middleware = _Callable[[_Request, Handler], _Awaitable[_StreamResponse]]
StrOrURL = str | _URL
PathLike = str | _PathLike
LooseHeaders = _Mapping[str, str] | _CIMultiDict | _CIMultiDictProxy | _Iterable[tuple[str, str]]
JSONEncoder, JSONDecoder = _Callable[[object], str], _Callable[[str], object]
