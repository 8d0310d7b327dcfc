"""inspect.signature knows the methods that every object has, bound and not; None's look unbound, as `__self__` is None."""
import collections
import inspect
import itertools

for method in (
    object.__dir__, object.__format__, object.__reduce__, object.__reduce_ex__, object.__sizeof__, object.__getstate__,
    object.__init_subclass__, object.__subclasshook__, object().__reduce_ex__, object().__format__, (5).__format__,
    int.__ceil__, (2.5).__round__, 2.5.__floor__, 1j.__complex__, b''.__bytes__, dict.__contains__, {}.__contains__,
    type.__subclasses__, type.__instancecheck__, int.__subclasscheck__, BaseException.__setstate__,
    KeyError().__reduce__, range(3).__reversed__, iter([]).__length_hint__, {}.keys().isdisjoint, list.__class_getitem__,
    collections.deque.__copy__, collections.OrderedDict().__reversed__, itertools.chain.__class_getitem__,
    None.__bool__, None.__repr__, None.__init__, None.__dir__, (5).__bool__,
):
    print(method.__name__, inspect.signature(method), method.__text_signature__)


class Own:
    pass


print(inspect.signature(Own.__format__), inspect.signature(Own().__reduce__), inspect.signature(Own.__init_subclass__))
