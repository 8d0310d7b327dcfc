import asyncio
import collections
import enum
import io
import json
import pydoc
import sys
import types

made = types.ModuleType('made', 'Shapes.\n\nWhat is known of them.')
exec('''
__all__ = ["Shape", "Circle", "area", "UNIT"]
__version__, __author__ = "1.2", "nobody"
UNIT, HIDDEN = {"m": 1}, 2
class Shape:
    """Something flat."""
    def size(self, scale: float = 1.0, *, exact=False) -> float:
        "How large it is."
class Circle(Shape):
    sides = 0
    @property
    def radius(self):
        "From the middle to the edge."
    @classmethod
    def unit(cls): ...
    @staticmethod
    async def load(name): "Reads one."
    alias = Shape.size
def area(shape, /, *more): "All of it."
''', vars(made))
made.Shape.__module__ = made.Circle.__module__ = 'made'
sys.modules['made'] = made
help(made)
help('made.Circle.unit')
print(repr(pydoc.render_doc(made.area)))

for name in ('keywords', 'symbols', 'topics', 'made.nothing', '   ', 'None')[:4]:
    help(name)


class Colour(enum.Enum):
    """A colour."""
    RED = 1


class Failure(Exception):
    """It failed."""


def heads(thing):
    text = pydoc.plain(pydoc.render_doc(thing))
    print(*[line for line in text.split('\n') if line.rstrip().endswith((':', ')')) and 'at 0x' not in line][:9], sep='\n')


for thing in (asyncio.sleep, json.dumps, collections.OrderedDict.move_to_end, str.split, [].append, dict.fromkeys):
    heads(thing)
for method in (int.__add__, list.__iadd__, object.__init__, dict.__len__, str.__eq__, type.__call__, float.__rpow__):
    print(method.__qualname__, method.__doc__, pydoc.getdoc(method))
print(Failure.__dict__['__weakref__'].__doc__, object.__new__.__self__, object.__getattribute__(made, '__doc__'))
print(pydoc.splitdoc('one\n\ntwo'), pydoc.splitdoc('one'), pydoc.splitdoc('one\ntwo'), pydoc.locate('json.dumps') is json.dumps)
print([pydoc.describe(it) for it in (sys, json, made, len, Colour, heads, Colour.mro, 3, types.FunctionType.__code__)])
for title in ('math', 'json', 'asyncio', 'textwrap', 'collections'):
    text = pydoc.plain(pydoc.render_doc(title))
    print(title, [word for word in ('NAME', 'MODULE REFERENCE', 'PACKAGE CONTENTS', 'CLASSES', 'FUNCTIONS', 'DATA', 'FILE') if f'\n{word}\n' in text])
output = io.StringIO()
pydoc.Helper(io.StringIO('keywords\nmade.area\n"made.area"\nquit\n'), output)()
print(output.getvalue())
