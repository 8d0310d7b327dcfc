"""What is left of values on their way: a table's keys are sorted, times have whole seconds, floats 32 bits."""
import struct
import time
from calendar import timegm
from datetime import UTC, datetime
from decimal import Decimal


def short_string(value):
    if not isinstance(value, str):
        raise TypeError(f'str required, received {type(value)}')
    if len(value.encode()) > 255:
        raise TypeError('string exceeds maximum length of 255 bytes')
    return str(value)


def octet(value):
    if not isinstance(value, int):
        raise TypeError(f'int required, received {type(value)}')
    if not 0 <= value < 256:
        raise struct.error("'B' format requires 0 <= number <= 255")
    return int(value)


def timestamp(value):
    if isinstance(value, datetime):
        if value.tzinfo is None or value.utcoffset() is None:
            value = value.replace(tzinfo=UTC)
        return datetime.fromtimestamp(int(value.timestamp()), UTC)
    if isinstance(value, time.struct_time):
        return datetime.fromtimestamp(timegm(value), UTC)
    raise TypeError(f'datetime.datetime or time.struct_time required, received {type(value)}')


def table(value):
    if not value:
        return {}
    if not isinstance(value, dict):
        raise TypeError(f'dict required, received {type(value)}')
    sent = {}
    for key, item in sorted(value.items()):
        key.encode
        try:
            sent[short_string(key)] = table_value(item)
        except TypeError as error:
            raise TypeError(f'{key} error: {error}') from error
    return sent


def table_value(value):
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        if not -2**63 <= value < 2**63:
            raise TypeError(f'Unsupported numeric value: {value}')
        return int(value)
    if isinstance(value, float):
        return struct.unpack('>f', struct.pack('>f', value))[0]
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, (datetime, time.struct_time)):
        return timestamp(value)
    if isinstance(value, dict):
        return table(value)
    if isinstance(value, list):
        return [table_value(item) for item in value]
    if isinstance(value, (Decimal, bytearray)):
        return value
    raise TypeError(f'Unknown type: {type(value)} ({value!r})')
