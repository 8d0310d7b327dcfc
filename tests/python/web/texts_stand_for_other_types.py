# recorded by hand: needs pydantic
# What a text of JSON's, a string or a key stands for, how exactly, and the words for what it does not.
import json
from collections import deque
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Literal, Optional, Union

from pydantic import TypeAdapter, ValidationError


def show(wanted, value, strict=False):
    adapter = TypeAdapter(wanted)
    ways = {"python": lambda: adapter.validate_python(value, strict=strict)}
    ways["json"] = lambda: adapter.validate_json(json.dumps(value), strict=strict)
    if isinstance(value, str):
        ways["string"] = lambda: adapter.validate_strings(value, strict=strict)
    for name, way in ways.items():
        try:
            print(name, repr(value), "->", repr(way()))
        except ValidationError as error:
            first = error.errors()[0]
            print(name, repr(value), "->", first["type"], first["loc"], first["msg"])


for value in ("1:00", "100:00", "12:3", "12:30:4", "12:30:45.", "2024-01-02T03:04", "9999999999:00", "3 days 04:05", "x", True, None):
    show(timedelta, value)
for value in ([1], 5, None):
    show(deque[int], value)
for value in ("2024-01-02", "x", "0", "86400", "5", "2024-01-02T03:04"):
    print("--", value)
    for wanted in (date, datetime):
        for strict in (False, True):
            show(wanted, value, strict)
for wanted in (Union[int, str], Union[date, str], Union[bytes, str], Union[bool, str], Union[datetime, date], Union[date, datetime]):
    print("--", wanted)
    for value in ("1", "0", "true", "2024-01-02"):
        show(wanted, value)
for wanted in (Literal[1], Literal[True], Literal["a", 1], Literal[1, True], Literal[True, 1], Literal[0, "x"]):
    print("--", wanted)
    for value in (1, True, 1.0, 0, False, "a", "1", "true", {}):
        show(wanted, value)
for value in (1e20, 1.0, 1e-7, -0.0, 100.5, None, "1_000"):
    for strict in (False, True):
        show(Decimal, value, strict)
for value in (True, "x", "1j", 2.5):
    show(complex, value)
show(complex, 2.5, True)
for value in ("", "null"):
    show(None, value)
    show(bytes, value, True)
for keys in ('{"": 1}', '{"1": 1}', '{"true": 1}'):
    for wanted in (dict[None, int], dict[Optional[int], int], dict[bool, int], dict[Union[int, str], int]):
        try:
            print(keys, TypeAdapter(wanted).validate_json(keys))
        except ValidationError as error:
            print(keys, [(one["loc"], one["msg"]) for one in error.errors()])
