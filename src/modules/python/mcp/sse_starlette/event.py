"""Events as bytes."""
import json
import re

_LINE_END = re.compile(r'\r\n|\r|\n')


class ServerSentEvent:
    DEFAULT_SEPARATOR = '\r\n'

    def __init__(self, data=None, *, event=None, id=None, retry=None, comment=None, sep=None):
        self.data, self.event, self.id, self.retry, self.comment = data, event, id, retry, comment
        self._sep = self.DEFAULT_SEPARATOR if sep is None else sep

    def encode(self):
        lines = [f': {each}' for each in _LINE_END.split(str(self.comment))] if self.comment is not None else []
        for name, value in (('id', self.id), ('event', self.event)):
            if value is not None:
                lines.append(f'{name}: {_LINE_END.sub("", value)}')
        if self.data is not None:
            lines += [f'data: {each}' for each in _LINE_END.split(str(self.data))]
        if self.retry is not None:
            if not isinstance(self.retry, int):
                raise TypeError('retry argument must be int')
            lines.append(f'retry: {self.retry}')
        return ''.join(line + self._sep for line in (*lines, '')).encode()


class JSONServerSentEvent(ServerSentEvent):
    def __init__(self, data=None, *args, **kwargs):
        text = None if data is None else json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(',', ':'))
        super().__init__(text, *args, **kwargs)


def ensure_bytes(data, sep):
    if isinstance(data, bytes | memoryview):
        return bytes(data)
    if isinstance(data, dict):
        data = ServerSentEvent(**{**data, 'sep': sep})
    return (data if isinstance(data, ServerSentEvent) else ServerSentEvent(str(data), sep=sep)).encode()
