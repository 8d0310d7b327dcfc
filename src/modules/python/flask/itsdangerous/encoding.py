"""Bytes, and text that is safe in addresses."""
import base64

from itsdangerous.exc import BadData


def want_bytes(s, encoding='utf-8', errors='strict'):
    return s.encode(encoding, errors) if isinstance(s, str) else s


def base64_encode(string):
    return base64.urlsafe_b64encode(want_bytes(string)).rstrip(b'=')


def base64_decode(string):
    string = want_bytes(string, 'ascii', 'ignore')
    try:
        return base64.urlsafe_b64decode(string + b'=' * (-len(string) % 4))
    except (TypeError, ValueError) as e:
        raise BadData('Invalid base64-encoded data') from e


def int_to_bytes(num):
    return num.to_bytes(8, 'big').lstrip(b'\x00')


def bytes_to_int(bytestr):
    return int.from_bytes(bytestr, 'big')
