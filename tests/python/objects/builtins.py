"""Every built-in function, with right and with wrong arguments."""
def t(f, *a):
    try: print("OK", repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
for f in [
 lambda: len(5), lambda: len(), lambda: len([1],[2]), lambda: abs("x"), lambda: abs(-3), lambda: abs(-3.5), lambda: abs(3+4j),
 lambda: round(2.5), lambda: round(2.675, 2), lambda: round("x"), lambda: round(1234, -2), lambda: round(number=3.7), lambda: divmod(7, 3), lambda: divmod(-7, 3), lambda: divmod(7.5, 2), lambda: divmod("a", 1), lambda: divmod(1, 0),
 lambda: pow(2, 10), lambda: pow(2, -1), lambda: pow(2, 10, 7), lambda: pow(3, -1, 7), lambda: pow("a", 2), lambda: pow(base=2, exp=3),
 lambda: hex(255), lambda: oct(8), lambda: bin(-5), lambda: hex("a"), lambda: hex(2**70), lambda: chr(65), lambda: chr(-1), lambda: chr("a"), lambda: ord("a"), lambda: ord("ab"), lambda: ord(5), lambda: ord(b"x"),
 lambda: sum([1,2,3]), lambda: sum([0.1]*10), lambda: sum(range(101)), lambda: sum([[1],[2]], []), lambda: sum(["a"], ""), lambda: sum(["a"]), lambda: sum([1.5, 2]), lambda: sum([1, 2.5, True]), lambda: sum(x for x in range(5)), lambda: sum([2**62, 2**62]), lambda: sum(5), lambda: sum(), lambda: sum([1], start=10), lambda: sum({1:2,3:4}),
 lambda: min(3,1,2), lambda: max([3,1,2]), lambda: min([]), lambda: min([], default=5), lambda: max("abc", key=ord), lambda: max(1, 2, key=lambda x: -x), lambda: min(1, "a"), lambda: max(5), lambda: max(), lambda: min(1,2,default=3), lambda: max({1:2, 5:0}), lambda: max((x*x for x in [-3,2]), key=lambda v: -v), lambda: max([(1,'b'),(1,'a')]), lambda: min([1], foo=2),
 lambda: sorted([3,1,2]), lambda: sorted("cab", reverse=True), lambda: sorted([1,"a"]), lambda: sorted(5), lambda: sorted([1], foo=1), lambda: sorted([3,1,2], key=lambda x: -x), lambda: sorted(), lambda: sorted([(1,'b'),(0,'z')]), lambda: sorted({'b':1,'a':2}),
 lambda: any([0,1]), lambda: any([]), lambda: all([]), lambda: all([1,0]), lambda: any(x > 3 for x in range(5)), lambda: all(5), lambda: any(),
 lambda: list(iter([1,2])), lambda: iter(5), lambda: next(iter([])), lambda: next(iter([]), 7), lambda: next(5), lambda: list(iter(iter([1,2,3,0,5]).__next__, 0)), lambda: iter(5, 6), lambda: next((x for x in [1])), lambda: next((x for x in []), None),
 lambda: list(zip([1,2],"ab")), lambda: list(map(lambda x, y: x+y, [1,2],[3,4])), lambda: list(filter(None, [0,1,2])), lambda: list(enumerate("ab", 1)), lambda: list(reversed([1,2,3])), lambda: list(zip([1],[1,2],strict=True)), lambda: list(reversed(range(3))), lambda: list(filter(lambda x: x%2, range(5))),
 lambda: callable(len), lambda: callable(5), lambda: callable(int), lambda: callable(lambda: 0), lambda: isinstance(True, int), lambda: isinstance(5, (str, int)), lambda: issubclass(bool, int),
 lambda: getattr(5, 'zzz'), lambda: getattr(5, 'zzz', 1), lambda: getattr(5), lambda: hasattr([], 'append'), lambda: setattr([], 'x', 1), lambda: vars(5), lambda: dir([])[:3], lambda: repr("a'b"), lambda: ascii("é"), lambda: format(3.14159, '.2f'), lambda: format(5), lambda: format(5, 5), lambda: hash("a") == hash("a"), lambda: hash([]), lambda: hash((1,[])), lambda: hash(1.0) == hash(1), lambda: id(5) == id(5), 
 lambda: int("12"), lambda: int("x"), lambda: float("1.5"), lambda: bool([]), lambda: str(5), lambda: list("ab"), lambda: tuple([1]), lambda: dict(a=1), lambda: set([1,1]), lambda: bytes(3), lambda: complex(1,2), lambda: slice(1,2), lambda: range(5), lambda: object, lambda: type(5), lambda: print, lambda: Ellipsis, lambda: NotImplemented, lambda: __debug__, lambda: __name__,
 lambda: globals()['__name__'], lambda: eval("1+2"), lambda: eval("x", {'x': 5}), lambda: compile("1", "f", "eval"), lambda: __import__('sys').__name__, lambda: locals(), lambda: print(1, sep=5), lambda: print(1, foo=2), lambda: print("a","b",sep="-",end="!\n"), lambda: print(), lambda: exec("print('in exec')"),
 lambda: aiter(5), lambda: anext(5), lambda: input(), lambda: len.__name__, lambda: len.__self__, lambda: max.__module__, lambda: [].append.__self__, lambda: "abc".upper.__name__, lambda: str.upper("a"), lambda: str.upper(5), lambda: list.append([], 1), lambda: list.append(5, 1), lambda: int.__add__(1, 2), lambda: (5).__add__("a"), lambda: [1].__len__(), lambda: "a".__class__, lambda: (1).real, lambda: type.__call__(list, "ab"), lambda: dict.fromkeys("ab"), lambda: object(), lambda: type("X", (), {})(),
 lambda: isinstance(5, int | None), lambda: int | str, lambda: list[int], lambda: (int | None).__args__, lambda: exit, lambda: IOError, lambda: super,
]: t(f)
import sys
class W:
    def __init__(s): s.b = []
    def write(s, x): s.b.append(x)
    def flush(s): s.b.append("FLUSH")
w = W(); print("a", 1, file=w, flush=True); sys.stdout.write(repr(w.b) + "\n")
old = sys.stdout; sys.stdout = w; print("captured"); sys.stdout = old; print(w.b)
class Str:
    def __str__(self): print("inside"); return "S"
print(Str(), Str(), sep=",")
print(f"{Str()}", str(Str()))
print(*[1,2,3], sep="\n")
print("x", end=""); print()
