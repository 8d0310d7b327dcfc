# A class method of a class that is C in CPython: what the class's dict shows, what is bound, and what refuses.
import collections
import inspect
from decimal import Decimal


def shown(value):
    return repr(value).partition(" at 0x")[0]


class Price(Decimal):
    @classmethod
    def reader(cls):
        return super().from_float


for owner in (Decimal, Price, Decimal(1), Price(2)):
    method = owner.from_float
    print(shown(method), type(method).__name__, method.__name__, method.__qualname__, method.__module__)
    print("  on", method.__self__, inspect.isbuiltin(method), inspect.ismethod(method), inspect.isroutine(method))
    print("  makes", repr(method(0.5)), inspect.signature(method))

print(shown(Price.reader()), Price.reader().__self__.__name__, repr(Price.reader()(1.5)))
for owner, name in (Decimal, "from_float"), (collections.deque, "append"), (Decimal, "sqrt"):
    descriptor = vars(owner)[name]
    print(descriptor, type(descriptor).__name__, inspect.getattr_static(owner, name) is descriptor)
kinds = {found.name: found.kind for found in inspect.classify_class_attrs(Decimal)}
print(kinds["from_float"], kinds["sqrt"])
print(shown(collections.deque.__class_getitem__))

descriptor = vars(Decimal)["from_float"]
for arguments in (), (3,), (int,), (Decimal, 0.25), (Price, 0.25):
    try:
        print(repr(descriptor(*arguments)))
    except TypeError as error:
        print(error)
