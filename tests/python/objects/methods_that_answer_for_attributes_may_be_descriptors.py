"""`__getattr__`, `__getattribute__`, `__setattr__` and `__delattr__` are bound like any other attribute of the class."""
from functools import partialmethod


class Bound:
    def __get__(self, instance, owner=None):
        return lambda name: f'{owner.__name__}.{name}'


class Missing:
    __getattr__ = Bound()


class Asked:
    __getattribute__ = Bound()


class Prefixed:
    def find(self, prefix, name):
        return prefix + name

    __getattr__ = partialmethod(find, 'pre_')


class Static:
    @staticmethod
    def __setattr__(name, value):
        print('set', name, value)

    @classmethod
    def __delattr__(cls, name):
        print('delete', name, 'of', cls.__name__)

    @classmethod
    def __getattr__(cls, name):
        return cls.__name__ + '?' + name


class Failing:
    def refuse(self, name):
        raise AttributeError(name)

    __getattribute__ = partialmethod(refuse)

    def __getattr__(self, name):
        return 'instead of ' + name


print(Missing().colour, Asked().size, Prefixed().name)
static = Static()
static.width = 4
del static.width
print(static.height, Failing().depth)
