"""What a query may be given as."""
from collections.abc import Mapping as _Mapping, Sequence as _Sequence
from math import isinf as _isinf, isnan as _isnan
from typing import SupportsInt, Union

from yarl._quoting import query as _quoted, query_part as _part

SimpleQuery = Union[str, SupportsInt, float]
QueryVariable = Union[SimpleQuery, _Sequence[SimpleQuery]]
Query = Union[None, str, _Mapping[str, QueryVariable], _Sequence[tuple[str, QueryVariable]]]
_ONE = 'Either kwargs or single query parameter must be present'


def only(args, kwargs):
    """The one query that a call gives."""
    if len(args) != (not kwargs):
        raise ValueError(_ONE)
    return kwargs or args[0]


def _value(value):
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        if _isinf(value) or _isnan(value):
            raise ValueError(f"float('{'inf' if _isinf(value) else 'nan'}') is not supported")
        return str(float(value))
    if type(value) is not bool and isinstance(value, SupportsInt):
        return str(int(value))
    raise TypeError('Invalid variable type: value should be str, int or float, '
                    f'got {value!r} of type {type(value)}')


def text_of(pairs, *, lists=False):
    """The text of names with values; with `lists`, a value may be a list of some."""
    return '&'.join([f'{_part(name)}={_part(_value(each))}' for name, value in pairs
                     for each in (value if lists and isinstance(value, (list, tuple)) else (value,))])


def pairs_of(query):
    """The names and values of a query that is no text, and whether a value may be a list."""
    if isinstance(query, _Mapping):
        return query.items(), True
    if isinstance(query, (bytes, bytearray, memoryview)):
        raise TypeError('Invalid query type: bytes, bytearray and memoryview are forbidden')
    if isinstance(query, _Sequence):
        return query, False
    raise TypeError('Invalid query type: only str, mapping or sequence of (key, value) pairs is allowed')


def query_of(query):
    """The text of whatever gives a query."""
    if not query:
        return ''
    if isinstance(query, str):
        return _quoted(query)
    pairs, lists = pairs_of(query)
    return text_of(pairs, lists=lists)
