import weakref


class Kept:
    pass


class Values(weakref.WeakValueDictionary):
    def __setitem__(self, key, value):
        print('set', key)
        super().__setitem__(key, value)


class Keys(weakref.WeakKeyDictionary):
    def __setitem__(self, key, value):
        print('set', value)
        super().__setitem__(key, value)


class Members(weakref.WeakSet):
    def add(self, item):
        print('add')
        super().add(item)


kept, other = Kept(), Kept()
values = Values({1: kept})
values.update({2: kept}, three=kept)
values.setdefault(4, kept)
values[5] = kept
print(list(values))
reference = values.valuerefs()[0]
print(type(reference).__name__, reference.key, reference == weakref.ref(kept))
keys = Keys({kept: 1})
keys.update({other: 2})
keys[kept] = 3
print(len(keys))
for name in 'difference_update', 'symmetric_difference_update', 'intersection_update':
    members = weakref.WeakSet([kept])
    try:
        getattr(members, name)([kept, 1])
    except TypeError as e:
        print(name, e, len(members))
members = Members([kept, other])
members &= [kept]
print(len(members))
members ^= [other, other]
print(len(members))
members -= [kept]
print(len(members))
members ^= members
print(len(members))
members |= {kept}
members -= members
print(len(members))
members.symmetric_difference_update([kept])
del kept, keys
print(len(members), len(values), reference(), reference.key)
