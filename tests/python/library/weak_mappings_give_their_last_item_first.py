import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 1

    def __eq__(self, other):
        # Nobody is asked to take out an item: not even by who clears the mapping here.
        keys.clear()
        return True


things = [Thing(n) for n in range(3)]
keys = weakref.WeakKeyDictionary()
values = weakref.WeakValueDictionary((thing.name, thing) for thing in things)
name, thing = values.popitem()
print(name, thing.name, len(values))
del thing, things[1]
print(values.popitem()[0], len(values))
for mapping in keys, values:
    try:
        mapping.popitem()
    except KeyError as e:
        print(e)

keys[things[0]] = 1
print(keys.get(Thing(5)), len(keys))
keys[things[0]] = 1
print(keys.popitem()[1], len(keys))
