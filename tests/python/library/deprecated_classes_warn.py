"""`warnings.deprecated`: a class warns who makes an instance of it or derives from it; its subclasses' instances do not."""
import warnings
from warnings import deprecated

warnings.simplefilter("always")


@deprecated("old class")
class Old:
    def __init__(self, x=1):
        self.x = x


class New(Old):
    pass


print(Old(2).x, New().x)


@deprecated("old base")
class Base:
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        print("derived", cls.__name__)


class Derived(Base):
    pass


@deprecated("old maker")
class Made:
    def __new__(cls, x):
        return super().__new__(cls)


@deprecated("old and empty")
class Empty:
    pass


Made(1)
for attempt in (lambda: Made(), lambda: Empty(1), lambda: deprecated(1), lambda: deprecated("x")(5)):
    try:
        attempt()
    except TypeError as e:
        print(e)
print(Old.__deprecated__, New.__deprecated__)
kept = warnings.catch_warnings(record=True)
print(kept, warnings.catch_warnings())
