"""Events that a server sends one after the other."""
from pydantic import BaseModel as _BaseModel, field_validator as _field_validator
from pydantic import model_validator as _model_validator
from starlette.responses import StreamingResponse as _StreamingResponse


class EventSourceResponse(_StreamingResponse):
    media_type = 'text/event-stream'


class ServerSentEvent(_BaseModel):
    data: object = None
    raw_data: str | None = None
    event: str | None = None
    id: str | None = None
    retry: int | None = None
    comment: str | None = None

    @_field_validator('event', 'id')
    @classmethod
    def _one_line(cls, value, info):
        if value is not None and info.field_name == 'id' and '\0' in value:
            raise ValueError("SSE 'id' must not contain null characters")
        if value is not None and ('\r' in value or '\n' in value):
            raise ValueError(f"SSE '{info.field_name}' must be a single line")
        return value

    @_model_validator(mode='after')
    def _one_kind_of_data(self):
        if self.data is not None and self.raw_data is not None:
            raise ValueError("Cannot set both 'data' and 'raw_data' on the same ServerSentEvent. Use 'data' for "
                             "JSON-serialized payloads or 'raw_data' for pre-formatted strings.")
        return self


def _lines(name, text):
    return [f'{name}: {line}' for line in text.replace('\r\n', '\n').replace('\r', '\n').split('\n')]


def format_sse_event(*, data_str=None, event=None, id=None, retry=None, comment=None):
    lines = [] if comment is None else _lines('', comment)
    lines += [] if event is None else [f'event: {event}']
    lines += [] if data_str is None else _lines('data', data_str)
    lines += [] if id is None else [f'id: {id}']
    lines += [] if retry is None else [f'retry: {retry}']
    return '\n'.join([*lines, '', '']).encode()
