# What vars() of a built-in class has under __doc__ is a text, also object's, where a walk along an __mro__ ends.
def own(klass):
    return [type(vars(each).get('__doc__', 0)).__name__ for each in klass.__mro__]


class Plain:
    pass


class Told(Plain):
    """Told."""


for klass in (Plain, Told, int, bool, str, dict, list, ValueError, KeyError, BaseException, super, range, object):
    print(klass.__name__, own(klass), '__doc__' in vars(klass))
print(type(vars(type)['__doc__']).__name__, vars(Plain)['__doc__'], Plain().__doc__)
print(object.__dict__['__doc__'] == object.__doc__, int.__dict__['__doc__'] == int.__doc__)
print(len(list(vars(object))) == len(set(vars(object))))
