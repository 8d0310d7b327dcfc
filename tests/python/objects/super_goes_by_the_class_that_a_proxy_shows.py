"""`super(C, obj)` asks `obj.__class__` where the type of `obj` is no C; a subclass of `super` makes its own kind."""


class Base:
    def name(self):
        return 'Base'


class Derived(Base):
    def name(self):
        return super(Derived, self).name() + '+Derived'

    def again(self):
        return super().name() + '+again'


class Proxy:
    def __init__(self, target):
        self._target = target

    def __getattribute__(self, name):
        if name == '_target':
            return object.__getattribute__(self, name)
        return getattr(self._target, name)


proxy = Proxy(Derived())
print(proxy.name(), Derived.name(proxy), Derived.again(proxy))
for receiver in 42, Proxy(42), Base:
    try:
        super(Derived, receiver)
    except TypeError as error:
        print(error)


class Above(super):
    pass


class Leaf(Derived):
    def name(self):
        return type(self.above).__name__ + ':' + self.above.name()


Leaf.above = Above(Leaf)
print(Leaf().name(), Above(Leaf, Leaf()).again())
