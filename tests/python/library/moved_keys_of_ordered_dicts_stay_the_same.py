"""OrderedDict.move_to_end: the entry keeps its own key; a key may move while it is asked whether it is another."""
from collections import OrderedDict


class Key:
    def __init__(self, name, group):
        self.name, self.group = name, group

    def __hash__(self):
        return self.group

    def __eq__(self, other):
        asked.append((self.name, other.name))
        if mover is not None:
            order.move_to_end(mover)
        return self.group == other.group

    def __repr__(self):
        return self.name


numbers = OrderedDict({1: 'one', 2: 'two', 3: 'three'})
numbers.move_to_end(True)
numbers.move_to_end(2.0, last=False)
numbers.move_to_end(3, True)
print(numbers)
numbers.move_to_end(1, last=[])
print(numbers, list(reversed(numbers)))
for arguments in ((), (9,), (None, False), ([],), (1, 2, 3)):
    try:
        numbers.move_to_end(*arguments)
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
try:
    OrderedDict.move_to_end({}, 1)
except TypeError as error:
    print(error)

mover, asked = None, []
first, second = Key('first', 1), Key('second', 2)
order = OrderedDict([(first, 'a'), (second, 'b')])
asked.clear()
mover = first
order.move_to_end(Key('like first', 1))
print(order, asked)
asked.clear()
print(Key('like second', 2) in order, asked)
asked.clear()
print(Key('none', 3) in order, asked)
mover = second
print(Key('like first', 1) in order, list(order), asked)
mover = None
order.move_to_end(second, last=False)
print(list(order.items()), order.popitem(last=False), order.popitem())
