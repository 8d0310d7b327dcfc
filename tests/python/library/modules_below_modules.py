# Modules that others are made of in CPython, and that programs (and editors' own imports) name.
import _string
import collections.abc
import weakref

from _collections_abc import Mapping, dict_keys
from _contextvars import ContextVar
from _decimal import Decimal
from _random import Random
from _socket import socket
from _weakrefset import WeakSet

print(Mapping is collections.abc.Mapping, dict_keys is type({}.keys()), WeakSet is weakref.WeakSet)
print(ContextVar, Decimal, Random.__name__, socket.__name__)
print(list(_string.formatter_parser("a{b.c[0]!r:>{w}}d{{e}}")))
for name in ("b.c[0][x].y", "0.c", ""):
    first, rest = _string.formatter_field_name_split(name)
    print(repr(first), list(rest))
for function in (_string.formatter_parser, _string.formatter_field_name_split):
    try:
        function(1)
    except TypeError as error:
        print(error)
