"""What has no annotations but could has none; what could not is refused."""
import types
import typing


class Own:
    def method(self, x: int): ...


for thing in (print, len, "abc".split, str.split, [].__len__, Own().method, types.SimpleNamespace(__annotations__={"a": "int"})):
    print(typing.get_type_hints(thing))
for thing in 1, "abc", None:
    try:
        typing.get_type_hints(thing)
    except TypeError as e:
        print(e)
