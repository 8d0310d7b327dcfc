# Weak mappings have `get`, `pop`, `setdefault` and `update` of their own; what cannot be hashed is no member.
import re
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'Thing({self.name})'


def tried(what, function):
    try:
        print(what, function())
    except Exception as e:
        print(what, type(e).__name__, re.sub('0x[0-9a-f]+', '0x…', str(e)))


one, two = Thing(1), Thing(2)
values = weakref.WeakValueDictionary({'one': one})
values.update(None)
values.update(two=two)
print(values.get('one'), values.get('three', 3), values.setdefault('one', two), values.setdefault('new', two))
print(values.pop('new'), values.pop('new', 'gone'), sorted(values))
tried('pop', lambda: values.pop('new'))
tried('pop', lambda: values.pop())
tried('get', lambda: values.get())
tried('update', lambda: values.update('x'))
tried('empty', lambda: len(weakref.WeakValueDictionary(None)))
keys = weakref.WeakKeyDictionary({one: 1})
keys.update({two: 2})
print(keys.get(one), keys.get(two, 5), keys.setdefault(one, 3), keys.pop(two), keys.pop(two, 'gone'), dict(keys))
tried('get', lambda: keys.get('text'))
tried('pop', lambda: keys.pop(two))
tried('in', lambda: 'text' in keys)
tried('in', lambda: {1} in keys)
tried('update', lambda: keys.update([1]))
members = weakref.WeakSet([one])
tried('in', lambda: 'text' in members)
tried('in', lambda: {1} in members)
tried('and', lambda: members.intersection_update('x'))
members &= [one, two]
print(list(members))
