# `super()` gives the methods of what is C in CPython as those of the class that is derived from it.
import collections
import io


class Text(io.StringIO):
    def write(self, text):
        return super().write(text.upper())

    def told(self):
        method = super().write
        return type(method).__name__, method.__qualname__, method.__module__, hasattr(method, '__func__')


class Order(collections.OrderedDict):
    def told(self):
        return type(super().move_to_end).__name__, super().move_to_end.__qualname__


text = Text()
print(text.write('abc'), text.getvalue(), text.told(), Order().told())
__spec__ = object()
1 / 0
