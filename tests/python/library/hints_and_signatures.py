# ParamSpec, ForwardRef, Protocols, Signature
import typing, inspect, functools
from typing import *
P = ParamSpec('P'); T = TypeVar('T'); Ts = TypeVarTuple('Ts'); U = TypeVar('U')
class A(Generic[P, T]): pass
print(A[int, str], A[[int, str], bool], A[..., int], A[P, T], A[[int, T], str][bool])
class B(Generic[P]): pass
print(B[int, str], B[[int]], B[...], B[[T]][int])
print(Callable[P, T][[int, str], bool], Callable[Concatenate[int, P], T], Callable[Concatenate[int, P], T][[str], bool])
print(tuple[*Ts], Tuple[Unpack[Ts]], tuple[int, *Ts][str, bool], Generic[T, *Ts])
class C(Generic[T, *Ts]): pass
print(C[int], C[int, str, bool], C[int, *tuple[str, ...]], C[T, *Ts][int, str])
print(Union[int, str][()] if 0 else Union[int, T][str], Optional[T][int], List[T][int], Dict[T, U][int, str], Dict[str, T][int])
print(ForwardRef('X') == ForwardRef('X'), ForwardRef('X'), hash(ForwardRef('X')) == hash(ForwardRef('X')), List['X'], Optional['Y'].__args__)
for a in (lambda: List[int, str], lambda: A[int], lambda: Dict[int], lambda: Callable[int], lambda: Literal[[]], lambda: Union[()], lambda: Optional[1, 2], lambda: ClassVar[ClassVar[int]], lambda: C[()], lambda: TypeVar('X', int), lambda: TypeVar('X', bound=1), lambda: isinstance([], List[int]), lambda: NewType('a', int)('x'), lambda: Generic[int], lambda: Protocol[int], lambda: Final[int, str], lambda: Annotated[int], lambda: cast(int, 'x'), lambda: get_type_hints(1), lambda: TypedDict('X', {'a': 1}), lambda: NamedTuple('X', [('a', int)])(1), lambda: List()):
    try: print(a())
    except Exception as e: print(type(e).__name__, e)
@runtime_checkable
class Pr(Protocol):
    x: int
    def f(self): ...
class Im: 
    x = 1
    def f(self): pass
print(isinstance(Im(), Pr), Pr.__protocol_attrs__ if hasattr(Pr, '__protocol_attrs__') else 0)
try: Pr()
except TypeError as e: print(e)
try: issubclass(Im, Pr)
except TypeError as e: print(e)
def f(a: int, /, b: 'str' = 'x', *args: float, c, d: list[int] = [], **kw) -> None: pass
s = inspect.signature(f)
print(s, s.parameters['b'], repr(s.parameters['b']), repr(s), s.return_annotation, s == inspect.signature(f))
try: hash(s)
except TypeError as e: print(e)
def g(a, b=1): pass
print(hash(inspect.signature(g)) == hash(inspect.signature(g)), s.replace(return_annotation=int), s.parameters['c'].replace(name='q', default=3), s.parameters['c'].kind, s.parameters['c'].kind.description)
b = s.bind(1, 2, 3, c=4, z=5)
print(b, b.args, b.kwargs, b.arguments, b.signature is s)
b = inspect.signature(g).bind(1); b.apply_defaults(); print(b)
for a, k in (((), {}), ((1,), {}), ((1, 2), {'b': 3, 'c': 1}), ((), {'a': 1, 'c': 2})):
    try: print(s.bind(*a, **k))
    except TypeError as e: print(e)
try: inspect.signature(g).bind(1, 2, 3)
except TypeError as e: print(e)
try: inspect.signature(g).bind(1, z=3)
except TypeError as e: print(e)
for a in (lambda: inspect.Parameter('1a', inspect.Parameter.POSITIONAL_ONLY), lambda: inspect.Parameter('a', 99), lambda: inspect.Parameter('a', inspect.Parameter.VAR_POSITIONAL, default=1), lambda: inspect.Signature([inspect.Parameter('a', 1), inspect.Parameter('a', 1)]), lambda: inspect.Signature([inspect.Parameter('a', 1, default=1), inspect.Parameter('b', 1)]), lambda: inspect.Signature([inspect.Parameter('a', 3), inspect.Parameter('b', 0)]), lambda: inspect.signature(1), lambda: inspect.Parameter('if', 1), lambda: inspect.Parameter(1, 1)):
    try: print(a())
    except Exception as e: print(type(e).__name__, e)
class K:
    def __init__(self, x, *, y=2): pass
    def m(self, z): pass
    @classmethod
    def c(cls, q): pass
    @staticmethod
    def st(w): pass
    def __call__(self, r): pass
print(inspect.signature(K), inspect.signature(K.m), inspect.signature(K(1).m), inspect.signature(K.c), inspect.signature(K.st), inspect.signature(K(1)), inspect.signature(functools.partial(f, 1, c=3)), inspect.signature(lambda x, *y: 0))
print(s.format(max_width=20))
print(inspect.getsource(g), inspect.isfunction(g), inspect.getmembers(K, inspect.isfunction)[0][0], inspect.getfullargspec(f))
print(typing.get_type_hints(f), typing.get_origin(List[int]), typing.get_args(Callable[[int], str]), typing.get_overloads(f), is_typeddict(int), typing.assert_type(1, int))
print(NoReturn, Any, Self, Never, LiteralString, TypeAlias, Required[int], NotRequired[str], TypeGuard[int], Annotated[int, 'x', 3], Literal['a', 1, None], Type[int], ClassVar[int], Final[int], Unpack[Ts])
print(T, P, Ts, P.args, P.kwargs, TypeVar('V', int, str).__constraints__, TypeVar('W', bound='int').__bound__, TypeVar('Q', covariant=True), TypeVar('R', infer_variance=True))
