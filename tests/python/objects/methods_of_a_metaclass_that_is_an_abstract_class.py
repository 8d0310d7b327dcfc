# A subclass of ABCMeta that is itself of it: its own methods come first, and are not bound to it.
from abc import ABCMeta


class Meta(ABCMeta, metaclass=ABCMeta):
    pass


class Plain(metaclass=Meta):
    pass

Plain.register(int)
print(isinstance(3, Plain), issubclass(bool, Plain), type(Meta) is ABCMeta, type(Plain) is Meta)
for method, args in [(Meta.register, (int,)), (ABCMeta.__instancecheck__, (Plain,)),
                     (ABCMeta.__subclasscheck__, (Plain, int, str))]:
    try:
        print(method(*args))
    except TypeError as error:
        print(error)
