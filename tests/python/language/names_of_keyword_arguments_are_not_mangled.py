# `__name` is the class's own in an expression, and the plain name where it is a keyword of a call.
def shown(**given):
    return given


class Meta(type):
    def __new__(cls, name, bases, namespace, **given):
        print('class', name, given)
        return super().__new__(cls, name, bases, namespace)

    def __init__(cls, *args, **given):
        pass


class Holder:
    __kept = 5

    def plain(self):
        return shown(__a=self.__kept, __b__=2)

    def beside_mappings(self):
        return shown(*(), __a=1, **{'c': 3})

    def of_a_method(self):
        return self.take(__a=4)

    def take(self, **given):
        return given

    def of_a_class(self):
        class Inner(metaclass=Meta, __a=1):
            pass

        class Other(metaclass=Meta, __a=1, **{'c': 3}):
            pass

    def parameter(self, __p=1):
        return __p

    def by_its_name(self):
        return self.parameter(__p=2)

    def by_its_mangled_name(self):
        return self.parameter(_Holder__p=3)


holder = Holder()
print(holder.plain(), holder.beside_mappings(), holder.of_a_method())
holder.of_a_class()
try:
    holder.by_its_name()
except TypeError as e:
    print(e)
print(holder.by_its_mangled_name())
