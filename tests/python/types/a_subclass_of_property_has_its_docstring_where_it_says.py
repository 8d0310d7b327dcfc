# A subclass of property sets its instance's docstring as any attribute is set.


def f(self):
    'doc'


def show(what, ask):
    try:
        print(what, repr(ask()))
    except Exception as e:
        print(what, type(e).__name__, e)


class Slot(property):
    __slots__ = ('__doc__',)


class Setter(property):
    __slots__ = ()
    said = []
    __doc__ = property(lambda self: self.said[-1], lambda self, text: self.said.append(text))


class Hook(property):
    def __setattr__(self, name, value):
        print('set', name, value)
        super().__setattr__(name, value)


class NoSetter(property):
    @property
    def __doc__(self):
        return 'mine'


class NoPlace(property):
    __slots__ = ()


class Refuses(property):
    def __setattr__(self, name, value):
        raise AttributeError('refused')


class Fails(property):
    def __setattr__(self, name, value):
        raise ValueError('failed')


class Getter:
    @property
    def __doc__(self):
        raise KeyError('no text')


for kind in Slot, Setter, Hook, NoSetter, NoPlace, Refuses, Fails:
    show(kind.__name__, lambda: kind(f).__doc__)
    show(kind.__name__, lambda: kind(f, doc='own').__doc__)
    show(kind.__name__, lambda: kind().__doc__)
    show(kind.__name__, lambda: kind(f, doc='own').setter(f).__doc__)
show('getter', lambda: property(Getter()).__doc__)
