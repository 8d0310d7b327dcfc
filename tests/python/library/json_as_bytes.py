# orjson: what it takes, how it writes numbers, what it refuses.
import orjson, dataclasses, datetime, uuid, enum, json
@dataclasses.dataclass
class P: x: int; name: str = "é"; _h: int = 0
class C(enum.Enum): A = 1
class S(str): pass
d = {"a": [1, 2.5, None, True, "x\n\"\u00e9"], "p": P(1), "t": datetime.datetime(2026, 1, 2, 3, 4, 5, 6, datetime.timezone.utc), "d": datetime.date(2026, 1, 1), "u": uuid.UUID(int=5), "e": C.A, "z": {}, "l": [], "tt": (1,), "s": S("q"), "big": 1e22, "sm": 1.5e-9, "nan": float("nan"), "f": orjson.Fragment(b'{"k":1}')}
print(orjson.dumps(d)); print(orjson.dumps(d, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS).decode())
print(orjson.dumps({1: 2, None: 1, True: 0, C.A: 5, datetime.date(2026, 1, 1): 1}, option=orjson.OPT_NON_STR_KEYS), orjson.dumps(datetime.datetime(2026, 1, 1), option=orjson.OPT_NAIVE_UTC | orjson.OPT_UTC_Z), orjson.dumps([1], option=orjson.OPT_APPEND_NEWLINE))
for bad in ({1: 2}, {1, 2}, 1 << 64, object(), "\ud800"):
    try: orjson.dumps(bad)
    except orjson.JSONEncodeError as e: print(type(e).__name__, e)
print(orjson.dumps({"s": {3, 1}}, default=sorted), orjson.loads(b'{"a": [1, 2.0, null], "b": "\\u00e9"}'), orjson.loads("5"))
for bad in ("", "{", '{"a":}', 5):
    try: orjson.loads(bad)
    except orjson.JSONDecodeError as e: print(type(e).__name__, isinstance(e, json.JSONDecodeError), isinstance(e, ValueError))
def f(x): raise ValueError("no")
try: orjson.dumps(object(), default=f)
except TypeError as e: print(e, repr(e.__cause__))
