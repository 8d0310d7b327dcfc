# A class whose metaclass is the program's can be given another one.
class Plain(type):
    pass


class Loud(Plain):
    def __call__(cls, *args):
        print('made:', cls.__name__)
        return super().__call__(*args)

    def __len__(cls):
        return 3

    def __getattr__(cls, name):
        if name.startswith('x_'):
            return name[2:]
        raise AttributeError(name)

    @property
    def title(cls):
        return cls.__name__.upper()


class Thing(metaclass=Plain):
    def size(self):
        return 1


def make():
    return Thing().size()


print(make())
Thing.__class__ = Loud
print(type(Thing), Thing.__class__, len(Thing), Thing.x_ray, Thing.title, make())


class Child(Thing):
    pass


Child()
Thing.__class__ = Plain
print(type(Thing), type(Child), make())
for ask in (lambda: Thing.title, lambda: len(Thing)):
    try:
        ask()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)


class Named(type):
    def __repr__(cls):
        return f'<{cls.__name__}>'

    def __setattr__(cls, name, value):
        print('set', name)
        super().__setattr__(name, value)


Thing.__class__ = Named
print(Thing)
Thing.colour = 'red'
Thing.__class__ = Plain
print(Thing.colour)


# A class that is its own class.
class Mark(type):
    def __new__(meta, name, bases, namespace, **more):
        made = super().__new__(meta, name, bases, namespace, **more)
        made.__class__ = made
        return made

    def __repr__(self):
        return self.__name__


class DONE(Mark, metaclass=Mark):
    pass


class LATER(Mark, metaclass=Mark):
    pass


print(DONE, type(DONE) is DONE, type(LATER), isinstance(LATER, Mark), {DONE: 1, LATER: 2}[LATER])


class Ordinary:
    pass


for cls, other in ((Ordinary, Loud), (Thing, int), (Thing, type), (Thing, Ordinary), (Thing, 5), (int, Loud)):
    try:
        cls.__class__ = other
    except TypeError as e:
        print(e)
try:
    Ordinary().__class__ = Loud
except TypeError as e:
    print(e)
