"""Random values from os.urandom: the same in every run with the same seed."""
from _frames import bytes_of as _bytes_of, type_name as _type_name
import os as _os
import random as _random

__all__ = ['choice', 'randbelow', 'randbits', 'SystemRandom', 'token_bytes', 'token_hex', 'token_urlsafe',
           'compare_digest']
DEFAULT_ENTROPY = 32


SystemRandom = _random.SystemRandom
_source = SystemRandom()
choice, randbits = _source.choice, _source.getrandbits


def randbelow(exclusive_upper_bound):  #: in secrets.py
    """A whole number from 0 to below the bound."""
    if exclusive_upper_bound <= 0:
        raise ValueError('Upper bound must be positive.')  #: 28 raise ValueError("Upper bound must be positive.")
    return _source._randbelow(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return _os.urandom(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    import base64
    return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b'=').decode('ascii')


def compare_digest(a, b, /):  #: -
    """Equality that takes the same time whatever differs."""
    if isinstance(a, str) and isinstance(b, str):
        if not a.isascii() or not b.isascii():
            raise TypeError('comparing strings with non-ASCII characters is not supported')
        return a == b
    if not _has_memory(a) and not _has_memory(b):
        raise TypeError("unsupported operand types(s) or combination of types: "
                        f"'{_type_name(a)}' and '{_type_name(b)}'")
    return _bytes_of(a) == _bytes_of(b)


def _has_memory(value):
    try:
        memoryview(value)
    except TypeError:
        return False
    return True
