import weakref


class Member:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "goes:", one() is self, len(group), self in group, by_name.get("it") is self, shared.name)
        group.remove(self)
        print("left:", len(group), self in group)


member = Member("first")
one = weakref.ref(member, lambda reference: print("told", reference() is None))
shared = weakref.proxy(member)
group = weakref.WeakSet([member])
by_name = weakref.WeakValueDictionary(it=member)
del member
print(one(), len(by_name))


class Phoenix:
    def __del__(self):
        risen.append(self)


risen = []
bird = Phoenix()
seen = weakref.ref(bird, lambda reference: print("gone at last"))
del bird
print(seen() is risen[0], weakref.getweakrefcount(risen[0]))
risen.clear()
print(seen())
