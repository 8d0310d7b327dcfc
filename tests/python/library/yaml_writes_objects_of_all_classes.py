# recorded by hand: CPython with PyYAML 6.0.4, without libyaml
"""What no plain value is is written by its class, function and state, and read again."""
import collections, datetime, decimal, enum, functools, os, pathlib, uuid
import yaml
print(yaml.__with_libyaml__)
try: from yaml import CSafeLoader as Loader, CDumper
except ImportError: from yaml import SafeLoader as Loader; print("no libyaml")
def t(fn, *a, **k):
    try: r = fn(*a, **k); print(r if isinstance(r, str) else repr(r))
    except yaml.YAMLError as e: print(type(e).__name__, e)
    except Exception as e: print(type(e).__name__, e)
class Str(str): pass
class Int(int): pass
class Float(float): pass
class Bytes(bytes): pass
class List(list): pass
class Dict(dict): pass
class Tuple(tuple): pass
class Set(set): pass
class Color(enum.Enum): RED = 1
class Level(enum.IntEnum): LOW = 3
class Flag(enum.Flag): A = 1; B = 2
class StrE(enum.StrEnum): X = "x"
Point = collections.namedtuple("Point", "x y")
class Slots:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1; self.b = [2]
class State:
    def __getstate__(self): return {"only": 1}
    def __setstate__(self, s): self.got = s
class Reduced:
    def __reduce__(self): return Point, (1, 2)
class Plain:
    def __init__(self, x=1): self.x = x
    def __repr__(self): return f"Plain({vars(self)})"
class Err(Exception): pass
def fn(): pass
attributed = Str("s"); attributed.k = 1
listed = List([1]); listed.k = 2
values = [Str("x"), attributed, Int(3), Float(1.5), Bytes(b"ab"), List([1, [2]]), listed, Dict(a=1), Tuple((1, 2)), Set({1}), Color.RED, Level.LOW,
          Flag.A | Flag.B, StrE.X, Point(1, [2]), Slots(), State(), Reduced(), Plain([1]), collections.OrderedDict(b=1, a=2), collections.defaultdict(list, {"k": [1]}), collections.Counter("aab"),
          collections.deque([1, 2], 5), decimal.Decimal("1.50"), datetime.timedelta(days=1, seconds=5), datetime.time(1, 2), pathlib.PurePosixPath("/a/b"), pathlib.Path("/a/b"),
          1j, 1 + 2j, 1 - 2j, complex(2, 0), frozenset({1}), range(3), bytearray(b"q"), fn, len, os.path.join, int, Plain, Color, yaml, os, ValueError("bad", 1), Err("e"), uuid.UUID(int=5), slice(1, 2), functools.partial(fn, 1),
          [Plain(1), Plain(2)], {"p": Plain({"q": (1, 2)})}, lambda: 0, object(), NotImplemented, type(None)]
for v in values:
    try: text = yaml.dump(v)
    except Exception as e: print(type(e).__name__, str(e)[:60]); continue
    print(text, end="")
    for load in (yaml.unsafe_load, yaml.full_load):
        try: b = load(text); print(type(b).__name__, getattr(b, "__dict__", None) if not isinstance(b, type) and type(b).__module__ == "__main__" and not isinstance(b, enum.Enum) else "")
        except yaml.YAMLError as e: print(type(e).__name__, str(e)[:160])
        except Exception as e: print(type(e).__name__, str(e)[:80])
    try: yaml.safe_dump(v)
    except yaml.YAMLError as e: print(e.args[0])
for d in ("!!python/name:os.sep", "!!python/name:int", "!!python/name:nope.x", "!!python/name:os.nope", "!!python/name:os.sep x", "!!python/name:", "!!python/module:os", "!!python/module:nope",
          "!!python/object/apply:os.path.join [a, b]", "!!python/object/new:__main__.Plain {state: {x: 4}}", "!!python/object/apply:__main__.Plain {kwds: {x: 4}}", "!!python/object:__main__.Plain {x: [1]}",
          "!!python/object/apply:collections.deque {args: [[1]], listitems: [2]}", "!!python/object/apply:dict {dictitems: {a: 1}}", "!!python/complex 1+2j", "!!python/unicode u", "!!python/long 5", "!!python/bytes aGk=", "!!python/none", "!!python/what 1", "&a !!python/object:__main__.Plain {x: *a}"):
    t(yaml.unsafe_load, d); t(yaml.full_load, d)
