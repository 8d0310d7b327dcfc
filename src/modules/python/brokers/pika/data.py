"""Values as bytes: the broker takes them as they are, but what cannot be written must fail as it does."""
import calendar
import decimal
import struct
from datetime import datetime, timezone

from pika import exceptions
from pika.compat import as_bytes, long


def encode_short_string(pieces, value):
    encoded = as_bytes(value)
    if len(encoded) > 255:
        raise exceptions.ShortStringTooLong(encoded)
    pieces += [struct.pack('B', len(encoded)), encoded]
    return 1 + len(encoded)


def encode_table(pieces, table):
    at, size = len(pieces), 0
    pieces.append(None)
    for key, value in (table or {}).items():
        size += encode_short_string(pieces, key)
        size += encode_value(pieces, value)
    pieces[at] = struct.pack('>I', size)
    return size + 4


def encode_value(pieces, value):
    before = len(pieces)
    if isinstance(value, (str, bytes)):
        encoded = as_bytes(value)
        pieces += [struct.pack('>cI', b'S' if isinstance(value, str) else b'x', len(encoded)), encoded]
    elif isinstance(value, bool):
        pieces.append(struct.pack('>cB', b't', value))
    elif isinstance(value, int):
        short = not isinstance(value, long) and -2**31 <= value < 2**31
        pieces.append(struct.pack('>ci', b'I', value) if short else struct.pack('>cq', b'l', int(value)))
    elif isinstance(value, decimal.Decimal):
        places = max(-value.normalize().as_tuple().exponent, 0)
        pieces.append(struct.pack('>cBi', b'D', places, int(value * 10**places)))
    elif isinstance(value, datetime):
        pieces.append(struct.pack('>cQ', b'T', calendar.timegm(value.utctimetuple())))
    elif isinstance(value, dict):
        pieces.append(b'F')
        return 1 + encode_table(pieces, value)
    elif isinstance(value, list):
        inner = []
        for item in value:
            encode_value(inner, item)
        piece = b''.join(inner)
        pieces += [struct.pack('>cI', b'A', len(piece)), piece]
    elif value is None:
        pieces.append(b'V')
    else:
        raise exceptions.UnsupportedAMQPFieldException(pieces, value)
    return sum(map(len, pieces[before:]))


def sent(value):
    """What is left of a value on its way to the broker."""
    if isinstance(value, datetime):
        return datetime.fromtimestamp(calendar.timegm(value.utctimetuple()), timezone.utc)
    if isinstance(value, dict):
        return {key: sent(item) for key, item in value.items()}
    return [sent(item) for item in value] if isinstance(value, list) else value


def received(value):
    """A value of a table, as this client reads it: numbers that do not fit in 32 bits are long, as are those with a point."""
    if isinstance(value, float) or isinstance(value, int) and (type(value) not in (int, bool) or not -2**31 <= value < 2**31):
        return long(value)
    if isinstance(value, dict):
        return {key: received(item) for key, item in value.items()}
    return [received(item) for item in value] if isinstance(value, list) else value
