"""Statuses by their names."""
from enum import IntEnum as _IntEnum
from http import HTTPStatus as _HTTPStatus

__name__ = 'httpx'  # where what is here is said to be

_OLD_PHRASES = {413: 'Request Entity Too Large', 414: 'Request-URI Too Long', 416: 'Requested Range Not Satisfiable',
                418: "I'm a teapot", 422: 'Unprocessable Entity'}


class codes(_IntEnum):
    """Statuses by their names."""
    phrase = property(lambda self: _OLD_PHRASES.get(self.value) or _HTTPStatus(self.value).phrase)

    # Some have their older names here.
    vars().update((_OLD_PHRASES[status].upper().replace(' ', '_').replace('-', '_').replace("'", '')
                   if status in _OLD_PHRASES else status.name, status.value) for status in _HTTPStatus)

    def __str__(self):
        return str(self.value)

    @classmethod
    def get_reason_phrase(cls, value):
        return cls(value).phrase if value in cls else ''

    @classmethod
    def is_error(cls, value):
        return 400 <= value <= 599


for _name, _first in ('informational', 1), ('success', 2), ('redirect', 3), ('client_error', 4), ('server_error', 5):
    setattr(codes, 'is_' + _name, classmethod(lambda cls, value, first=_first: value // 100 == first))
for _status in codes:
    setattr(codes, _status.name.lower(), int(_status))
