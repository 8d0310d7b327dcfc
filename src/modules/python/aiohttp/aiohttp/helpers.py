"""Small things that several parts share."""
import sys as _sys
from collections import namedtuple as _namedtuple
from types import GenericAlias as _GenericAlias

import _network


class AppKey:
    """A name for a value of an application; it is that of its module as well."""

    def __init__(self, name, t=None):
        frame = _sys._getframe(1)
        while frame.f_code.co_name != '<module>':
            frame = frame.f_back
            if frame is None:
                raise RuntimeError('Failed to get module name.')
        self._name, self._t = f'{frame.f_globals["__name__"]}.{name}', t

    __class_getitem__ = classmethod(_GenericAlias)

    def __lt__(self, other):
        return self._name < other._name if isinstance(other, AppKey) else True

    def __gt__(self, other):
        return self._name > other._name if isinstance(other, AppKey) else False

    def __repr__(self):
        of = self._t
        if of is None and '__orig_class__' in self.__dict__:
            of, = self.__orig_class__.__args__
        if isinstance(of, type):
            shown = of.__qualname__ if of.__module__ == 'builtins' else f'{of.__module__}.{of.__qualname__}'
        else:
            shown = '<<Unknown>>' if of is None else repr(of)
        return f'<{type(self).__name__}({self._name}, type={shown})>'


class RequestKey(AppKey):
    """A name for a value of a request."""


class ResponseKey(AppKey):
    """A name for a value of an answer."""


ETag = _namedtuple('ETag', 'value is_weak', defaults=(False,))


class BasicAuth(_namedtuple('BasicAuth', 'login password encoding')):
    """A name and a password for a header."""

    def __new__(cls, login, password='', encoding='latin1'):
        for what, value in (('login', login), ('password', password)):
            if value is None:
                raise ValueError(f'None is not allowed as {what} value')
        if ':' in login:
            raise ValueError('A ":" is not allowed in login (RFC 1945#section-11.1)')
        return super().__new__(cls, login, password, encoding)

    @classmethod
    def decode(cls, auth_header, encoding='latin1'):
        """What such a header says."""
        import base64
        method, blank, told = auth_header.partition(' ')
        if not blank:
            raise ValueError('Could not parse authorization header.')
        if method.lower() != 'basic':
            raise ValueError(f'Unknown authorization method {method}')
        try:
            text = base64.b64decode(told.encode('ascii'), validate=True).decode(encoding)
        except ValueError:
            raise ValueError('Invalid base64 encoding.') from None
        login, colon, password = text.partition(':')
        if not colon:
            raise ValueError('Invalid credentials.')
        return cls(login, password, encoding=encoding)

    @classmethod
    def from_url(cls, url, *, encoding='latin1'):
        from yarl import URL
        if not isinstance(url, URL):
            raise TypeError('url should be yarl.URL instance')
        if url.raw_user is None and url.raw_password is None:
            return None
        return cls(url.user or '', url.password or '', encoding)

    def encode(self):
        return _network.basic_auth(*self)


def encode_basic_auth(login, password='', encoding='utf-8'):
    return BasicAuth(login, password, encoding).encode()
