# Specs, autospecs, children, calls, patches and sealing of unittest.mock.
import asyncio
import inspect
import threading
from unittest import mock
from unittest.mock import (ANY, DEFAULT, AsyncMock, MagicMock, Mock, NonCallableMock, PropertyMock, call,
                           create_autospec, mock_open, patch, seal, sentinel)


def refused(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        print(type(e).__name__, str(e).split(" id=")[0])


class Shop:
    """A shop."""
    open = True

    def __init__(self, name):
        self.name = name

    def sell(self, what, count=1):
        return what * count

    async def order(self, what):
        return what

    @classmethod
    def chain(cls, city):
        return city

    @staticmethod
    def tax(price):
        return price

    @property
    def size(self):
        return 5

    def __len__(self):
        return 3


class Called(Shop):
    def __call__(self, who):
        return who


# Calls: how they compare and are shown.
print(call, call.a.b, call(1, k=2), call.a(1).b(c=3), call().x())
print(call.a(1).b(2).call_list(), call("a", 1).args, call.f(k=1).kwargs, call.f() == ("f",), call(1) == ((1,),))
print(call.count(1), call.index, call(1) != call(2), call.f(1) == call(1), call() == ())

# Mocks tell their parents.
m = Mock()
m.a.b(1)
m.a().c(2)
m.x = Mock(name="own")
m.x()
child = Mock()
m.y = child
child.z(3)
m.attach_mock(m.x, "w")
m.x(4)
print(m.mock_calls, m.method_calls, sep="\n")
print(repr(m.a.b).split(" id")[0], repr(m.a()).split(" id")[0], repr(m.a().c).split(" id")[0])
m.reset_mock()
print(m.mock_calls, m.a.b.call_count, child.called)
del m.a
refused(getattr, m, "a")
refused(getattr, m, "asserts_called")
refused(getattr, m, "called_once")
print(Mock(unsafe=True).asserted is not None)

# Specs.
spec = Mock(spec=Shop)
print(isinstance(spec, Shop), spec.__class__.__name__, repr(spec).split(" id")[0], type(spec.order).__name__)
refused(getattr, spec, "missing")
spec.missing = 1
strict = Mock(spec_set=Shop)
refused(setattr, strict, "missing", 1)
print(repr(strict).split(" id")[0], [name for name in dir(spec) if not name.startswith(("_", "assert", "reset"))])
refused(Mock, spec=spec)
magic = MagicMock(spec=Shop)
print(len(magic))
refused(lambda: magic[0])
refused(lambda: setattr(Mock(), "__init__", 1))
only = Mock(spec=["a", "b"])
refused(getattr, only, "c")
print(Mock(return_value=3, **{"m.return_value": 4, "m.n.side_effect": KeyError}).m())

# Special methods.
magic = MagicMock()
magic.__getitem__.return_value = "item"
magic.__iter__.return_value = [1, 2]
magic.__enter__.return_value = "entered"
magic.__lt__.return_value = True
with magic as entered:
    print(magic["k"], list(magic), list(magic), entered, magic < 1, int(magic), bool(magic), magic == magic, magic == 1)
print(magic.__getitem__.call_args, magic.__exit__.call_args, magic.mock_calls[:2])
plain = Mock()
plain.__len__ = lambda self: 7
plain.__add__ = Mock(return_value="sum")
print(len(plain), plain + 1, plain.__add__.mock_calls)
del plain.__len__
refused(len, plain)
type(magic).__str__.return_value = "shown"
print(str(magic), hash(magic) == object.__hash__(magic), magic.__class__.__name__)

# Wrapped objects.
shop = Shop("s")
wrapped = Mock(wraps=shop)
print(wrapped.sell("ab", 2), wrapped.sell.call_args)
wrapped.sell.return_value = "other"
print(wrapped.sell("ab", 2))
effects = Mock(side_effect=[1, ValueError("second"), DEFAULT])
print(effects(), refused(effects), type(effects()).__name__)
refused(effects)

# Autospecs.
auto = create_autospec(Shop)
made = auto("n")
print(made.sell("a"), made.sell.call_args) if False else made.sell("a")
made.sell.assert_called_once_with("a")
made.sell.assert_called_once_with(what="a")
refused(made.sell)
refused(made.sell, 1, 2, 3)
refused(auto)
refused(getattr, made, "other")
refused(made)
print(auto.chain("c") is auto.chain.return_value, len(made), isinstance(made, Shop), made.size is not None)
refused(auto.tax)
instance = create_autospec(Called, instance=True)
instance("who")
refused(instance)


def function(a, b=2):
    """Does it."""


copy = create_autospec(function, return_value=9)
print(copy.__name__, copy(1), copy.mock_calls, inspect.signature(copy), copy.__doc__, type(copy).__name__)
refused(copy, 1, 2, 3)
refused(copy.assert_called_with, 5)
refused(copy.assert_has_calls, [call(1), call(2)])
refused(copy.assert_any_call, 7)
refused(create_autospec, 5, autospect=True)
refused(create_autospec, mock.Mock())


# Coroutines.
async def asynchronous():
    fake = AsyncMock(side_effect=[1, KeyError("k")])
    print(await fake("x"), fake.await_count, fake.await_args)
    try:
        await fake()
    except KeyError as e:
        print("raised", e)
    try:
        await fake()
    except StopAsyncIteration:
        print("at its end")
    fake.assert_has_awaits([call("x"), call()])
    refused(fake.assert_awaited_once)
    refused(fake.assert_any_await, "y")
    refused(fake.assert_has_awaits, [call("z")], any_order=True)
    item = AsyncMock(spec=Shop)
    print(type(item.order).__name__, type(item.sell).__name__, asyncio.iscoroutinefunction(item.order))
    auto = create_autospec(Shop, instance=True)
    auto.order.return_value = "ordered"
    print(await auto.order("w"), auto.order.await_args)
    many = MagicMock()
    many.__aenter__.return_value = "in"
    many.__aiter__.return_value = [1, 2]
    async with many as entered:
        print(entered, [each async for each in many])
    with patch.object(Shop, "order", return_value="patched") as patched:
        print(type(patched).__name__, await Shop("n").order("o"), patched.await_args_list)
    copy = create_autospec(asynchronous, return_value=1)
    print(asyncio.iscoroutinefunction(copy), await copy(), copy.await_count)


asyncio.run(asynchronous())

# Patches.
with patch(f"{__name__}.function", autospec=True) as patched:
    function(1)
    print(patched is function, patched.call_args)
with patch.object(Shop, "size", new_callable=PropertyMock, return_value=8) as size:
    print(Shop("n").size, size.mock_calls)
with patch.multiple(Shop, sell=DEFAULT, open=False) as mocks:
    print(sorted(mocks), Shop.open, type(Shop.sell).__name__)
with patch(f"{__name__}.Shop", spec=True) as kind:
    print(repr(kind).split(" id")[0], repr(kind()).split(" id")[0])
refused(patch.object(Shop, "none").start)
refused(patch.object(Shop, "sell", 5, more=1).start)
refused(patch, "nodots")
refused(patch.object, "text", "a")
refused(patch, "a.b", new=1, new_callable=Mock)
with patch.object(Shop, "none", create=True, new="made"):
    print(Shop.none)
print(hasattr(Shop, "none"))
with patch("builtins.print") as printed:
    print("not shown")
print(printed.call_args)
started = [patch.object(Shop, "open", value) for value in (1, 2)]
for each in started:
    each.start()
print(Shop.open, started[0].temp_original)
patch.stopall()
print(Shop.open, started[0].stop())


@patch.object(Shop, "open", "class")
class Cases:
    def test_one(self):
        return Shop.open

    def other(self):
        return Shop.open


print(Cases().test_one(), Cases().other())
items = {"a": 1}


@patch.dict(items, {"b": 2}, clear=True, c=3)
def inside():
    return dict(items)


print(inside(), items)


@patch.object(Shop, "sell")
@patch.object(Shop, "tax", return_value=0)
def stacked(tax, sell, *, word="w"):
    return Shop.tax(1), Shop.sell is sell, word


print(stacked(), stacked.__name__, len(stacked.patchings))

# Files.
opened = mock_open(read_data="one\ntwo\nthree\n")
with patch("builtins.open", opened):
    with open("f") as file:
        print(repr(file.readline()), file.read())
    with open("g", "w") as file:
        file.write("text")
        print([line for line in file])
opened.assert_any_call("g", "w")
opened().write.assert_called_once_with("text")
print(mock_open(read_data=b"x")().read())

# Sealed mocks, sentinels, threads.
sealed = Mock()
sealed.kept.return_value = 1
seal(sealed)
print(sealed.kept())
refused(getattr, sealed, "more")
refused(sealed)
print(sentinel.one, sentinel.one is sentinel.one, ANY == 5, [ANY] == [object()])
called = mock.ThreadingMock(timeout=2)
threading.Timer(1, called, [1]).start()
called.wait_until_any_call_with(1)
refused(called.wait_until_any_call_with, 2)
print(isinstance(NonCallableMock(), Mock), callable(NonCallableMock()))


# The right operand's class is asked first where it is a subclass.
class Told:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print(self.name, "==", other.name)
        return True


class Items(list):
    pass


print([Told("left")] == Items([Told("right")]))
