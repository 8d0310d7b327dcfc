# A spec gives a mock its special methods and no others, and its signature tells which calls are the same.
from unittest.mock import AsyncMock, MagicMock, Mock, call, create_autospec


class Shelf:
    def __init__(self, size, name='shelf'):
        self.size = size

    def __len__(self):
        return 3

    def put(self, item, count=1):
        pass

    async def fetch(self, item, *, late=False):
        pass


class Plain:
    pass


def add(a, b=2, *rest, c=3):
    pass


def attempt(act):
    try:
        print(act())
    except Exception as exc:
        print(type(exc).__name__, exc, '/', repr(exc.__cause__))


shelf, plain = MagicMock(spec=Shelf), MagicMock(spec=Plain)
print(len(shelf), bool(plain), hasattr(shelf, '__len__'), hasattr(plain, '__len__'), hasattr(plain, '__iter__'))
for act in (lambda: len(plain), lambda: plain[0], lambda: list(plain), lambda: shelf + 1, lambda: 1 in plain, lambda: int(plain)):
    attempt(act)
with MagicMock() as entered:
    print(type(entered).__name__)
free = MagicMock()
print(type(free + 1).__name__, type(2 ** free).__name__, complex(free), type(-free).__name__, type(round(free)).__name__)
free.__add__.return_value = 5
free += 1
print(type(free).__name__, MagicMock(spec=['put', '__len__']).__len__())
attempt(lambda: iter(MagicMock(spec=['put'])))

function = Mock(spec=add)
function(1, b=2)
function.assert_called_with(a=1, b=2)
function.assert_called_once_with(1, 2)
function.assert_any_call(b=2, a=1)
function.assert_has_calls([call(1, 2)])
attempt(lambda: function.assert_called_with(1, 3))
attempt(lambda: function.assert_called_with(d=1))
attempt(lambda: function.assert_any_call(9))
attempt(lambda: function.assert_has_calls([call(5)]))
made = Mock(spec=Shelf)
made(4, name='x')
made.assert_called_with(size=4, name='x')
made.put(1, count=2)
attempt(lambda: made.put.assert_called_with(item=1, count=2))
exact = create_autospec(Shelf, instance=True)
exact.put('a', 2)
exact.put.assert_called_once_with(item='a', count=2)
exact.put.assert_called_once_with('a', count=2)
exact.assert_has_calls([call.put(count=2, item='a')])
attempt(lambda: exact.put.assert_called_with('a'))
attempt(lambda: exact.put())
waited = AsyncMock(spec=Shelf.fetch)
try:
    waited(None, 'x', late=True).send(None)
except StopIteration:
    waited.assert_awaited_with(self=None, item='x', late=True)
attempt(lambda: waited.assert_awaited_once_with('y'))
