"""Files of forms, and defaults that were not given."""
from starlette.datastructures import URL, Address, FormData, Headers, QueryParams, State
from starlette.datastructures import UploadFile as _UploadFile


class UploadFile(_UploadFile):
    """A file that a form has brought."""


class DefaultPlaceholder:
    """A value that nobody has given."""

    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return bool(self.value)

    def __eq__(self, other):
        return isinstance(other, DefaultPlaceholder) and other.value == self.value

    __hash__ = None


def Default(value):
    return DefaultPlaceholder(value)


def given_or_default(first, *others):
    """The first that somebody has given."""
    return next((each for each in (first, *others) if not isinstance(each, DefaultPlaceholder)), first)
