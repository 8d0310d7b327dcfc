# `object.__setattr__` leaves out what `type` checks, and `type.__setattr__` is for classes only.


class Meta(type):
    __setattr__ = object.__setattr__


class Deletes(type):
    __delattr__ = object.__delattr__


class Both(type):
    __setattr__ = object.__setattr__
    __delattr__ = object.__delattr__


class OfType(type):
    __setattr__ = type.__setattr__


class Odd:
    __setattr__ = type.__setattr__
    __delattr__ = type.__delattr__


class Fine:
    __setattr__ = object.__setattr__


def check(obj):
    try:
        obj.x = 1
        print('set', obj.x)
    except TypeError as e:
        print(e)
    try:
        del obj.x
        print('deleted')
    except (TypeError, AttributeError) as e:
        print(e)


for obj in Meta('C', (), {}), Deletes('C', (), {}), Both('C', (), {}), OfType('C', (), {}), Odd(), Fine():
    check(obj)
