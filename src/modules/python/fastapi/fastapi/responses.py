"""Answers."""
from fastapi.sse import EventSourceResponse
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.responses import StreamingResponse


def _deprecated(name):
    import warnings
    from fastapi.exceptions import FastAPIDeprecationWarning
    warnings.warn(f"{name} is deprecated, FastAPI now serializes data directly to JSON bytes via Pydantic when a return "
                  "type or response model is set, which is faster and doesn't need a custom response class. Read more "
                  'in the FastAPI docs: https://fastapi.tiangolo.com/advanced/custom-response/#orjson-or-response-model '
                  'and https://fastapi.tiangolo.com/tutorial/response-model/', FastAPIDeprecationWarning, stacklevel=2)


class ORJSONResponse(JSONResponse):
    def __new__(cls, *args, **kwargs):
        _deprecated('ORJSONResponse')
        return super().__new__(cls)

    def render(self, content):
        import orjson
        return orjson.dumps(content, option=orjson.OPT_NON_STR_KEYS | orjson.OPT_SERIALIZE_NUMPY)


class UJSONResponse(JSONResponse):
    def __new__(cls, *args, **kwargs):
        _deprecated('UJSONResponse')
        return super().__new__(cls)

    def render(self, content):
        raise AssertionError('ujson must be installed to use UJSONResponse')
