# recorded by hand: CPython with attrs 26.1.0
"""Classes of fields: how they are made, shown, compared, checked, converted, copied, and what they refuse."""
import asyncio, pickle, copy, inspect, functools
import attr, attrs
from attrs import define, field, frozen, Factory, validators as v, converters as cv, asdict, astuple, evolve, fields, make_class, setters
@define
class P:
    x: int
    y: int = 0
    tags: list = field(factory=list)
    _priv: str = "p"
    kw: int = field(default=5, kw_only=True)
p = P(1, 2); print(p, p == P(1, 2), p != P(1, 3), asdict(p), astuple(p), evolve(p, x=9, priv="z"))
print(inspect.signature(P), P.__match_args__, P.__slots__, P.__init__.__annotations__, P.__init__.__qualname__, P.__init__.__doc__)
for f in fields(P): print(f)
def tryit(fn, *a, **k):
    try: print(fn(*a, **k))
    except Exception as e: print(type(e).__name__, [str(x) for x in e.args[:1]], e)
tryit(P); tryit(P, 1, 2, 3, 4, 5); tryit(P, 1, bad=2); tryit(hash, p); tryit(lambda: p < p); tryit(setattr, p, "nope", 1)
@frozen
class F:
    a: int = field(validator=v.instance_of(int))
    b: str = field(default="b", validator=[v.max_len(3), v.min_len(1)], converter=str)
    @a.validator
    def _chk(self, attribute, value):
        if value < 0: raise ValueError(f"{attribute.name} neg")
    @property
    def dbl(self): return self.a * 2
f = F(3); print(f, f.dbl, hash(f) == hash(F(3)), {f, F(3)}, hash(f))
tryit(F, "x"); tryit(F, -1); tryit(F, 1, "long!"); tryit(setattr, f, "a", 1); tryit(delattr, f, "a"); tryit(evolve, f, a=-4)
@define
class C:
    n: int = field(converter=int, validator=v.and_(v.ge(0), v.lt(10)))
    opt: object = field(default=None, validator=v.optional(v.in_([1, 2])))
    k: dict = field(factory=dict, repr=False, eq=False)
    d: int = field()
    @d.default
    def _d(self): return self.n + 1
    total: int = field(init=False)
    def __attrs_post_init__(self): self.total = self.n * 100
c = C("7"); print(c); c.n = "3"; print(c.n, repr(c.n)); tryit(setattr, c, "n", 99); tryit(C, 1, 5); tryit(C, "x")
@define
class D(C):
    e: int = 1
    def __init__(self, q): self.__attrs_init__(q, e=3)
    def sup(self): return super().__repr__()
print(D(4), D(5).sup(), [f.name for f in fields(D)], fields(D).e.inherited, fields(D).n.inherited)
@attr.s
class Old:
    a = attr.ib(); b = attr.ib(default=attr.Factory(lambda self: self.a * 2, takes_self=True)); c = attr.ib(default=1, repr=lambda x: f"<{x}>")
o = Old(2); print(o, o < Old(3), sorted([Old(3), Old(1)]), attr.asdict(o), o.__dict__); tryit(hash, o)
@attr.s(auto_attribs=True, frozen=True, order=False, slots=True, cache_hash=True)
class Old2: 
    a: int; b: "str" = "x"; cls: "typing.ClassVar[int]" = 3
print(Old2(1), hash(Old2(1)) == hash(Old2(1)), Old2.cls if hasattr(Old2, "cls") else None, attr.has(Old2), attr.has(int))
tryit(attr.fields, int); tryit(lambda: attr.fields(3))
@define
class Node:
    name: str; kids: list["Node"] = Factory(list); par: "Node | None" = None; m: dict = Factory(dict)
n = Node("r", [Node("k")], m={"z": Node("q"), 1: (1, 2)}); print(asdict(n), asdict(n, recurse=False), asdict(n, filter=lambda a, v: a.name != "m"), attr.asdict(n), astuple(n)); n.par = n; print(n)
print(asdict(Node("x"), value_serializer=lambda i, a, v: str(v)), asdict(n.kids[0], filter=attrs.filters.exclude("m", list)))
M = make_class("M", ["x", "y"]); print(M(1, 2), make_class("Q", {"z": field(type=int, default=3)}, bases=(P,), kw_only=True)(x=1))
@define
class E(Exception):
    code: int; msg: str = "m"
try: raise E(4)
except E as e: print(repr(e), str(e), e.args)
@define(slots=False, eq=False, on_setattr=setters.frozen)
class NS:
    a: int = field(on_setattr=setters.NO_OP); b: int = 2
    @functools.cached_property
    def big(self): print("calc"); return 5
x = NS(1); x.a = 3; tryit(setattr, x, "b", 1); print(x.big, x.big, x)
@define
class CP:
    a: int
    @functools.cached_property
    def big(self): print("calc"); return self.a + 5
y = CP(1); print(y.big, y.big); tryit(lambda: y.zzz)
print(copy.copy(p) == p, pickle.loads(pickle.dumps(p)), copy.replace(p, x=100))
match p:
    case P(a, b): print("m", a, b)
tryit(lambda: define(type("B", (), {"__annotations__": {"a": int, "b": int}, "a": 1})))
tryit(lambda: attr.s(type("B", (), {"a": attr.ib(default=1), "b": attr.ib()})))
tryit(lambda: field(default=1, factory=list))
for val in (v.instance_of((int, str)), v.matches_re("a+"), v.in_("abc"), v.deep_iterable(v.instance_of(int), v.instance_of(list)), v.deep_mapping(v.instance_of(str), v.instance_of(int)), v.is_callable(), v.or_(v.gt(3), v.le(1)), v.not_(v.in_([1])), v.optional(v.min_len(2))):
    print(val)
    K = make_class("K", {"f": field(validator=val)})
    for t in (1, "a", [1, "b"], {"a": 1}, {"a": "b"}, None, 2): tryit(K, t)
print(cv.to_bool("Yes"), cv.optional(int)(None), cv.default_if_none(3)(None), cv.pipe(int, str)("4")); tryit(cv.to_bool, "q")
with v.disabled(): print(F("no", "way too long"))
async def main():
    @define
    class Job:
        id: int; done: asyncio.Event = Factory(asyncio.Event)
    j = Job(1); asyncio.get_running_loop().call_later(1, j.done.set); await j.done.wait(); print(j.id, fields(Job).done.default)
asyncio.run(main())
print(repr(attr.NOTHING), bool(attr.NOTHING), attr.Factory(list), F.__eq__.__qualname__, attrs.fields_dict(F)["a"].validator)
@define(order=True, kw_only=True)
class O:
    a: int = field(eq=str.lower); b: int = field(default=3, alias="bee", metadata={"k": 1})
print(O(a="X") == O(a="x"), O(a="a", bee=4) < O(a="B"), fields(O).b.metadata["k"], inspect.signature(O))
def conv(value: str) -> int: return int(value)
@define
class AA:
    a: int = field(converter=conv); b: int = field(converter=attrs.Converter(lambda v, s, f: (v, s.a, f.name), takes_self=True, takes_field=True), default=0)
    def __attrs_pre_init__(self): print("pre")
print(AA("5"), inspect.signature(AA));
import warnings
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    @attr.s(repr_ns="NS")
    class St: x = attr.ib()
    class Sub(St): pass
    print(St(1), Sub(2), [(w.category.__name__, str(w.message)) for w in told])
