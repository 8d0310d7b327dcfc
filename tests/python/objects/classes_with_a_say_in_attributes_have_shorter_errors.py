# A class that defines __setattr__ or __delattr__ has no generic one, which would tell that there is no __dict__.
class Sets:
    __slots__ = ()

    def __setattr__(self, name, value):
        super().__setattr__(name, value)


class Deletes:
    __slots__ = ()

    def __delattr__(self, name):
        super().__delattr__(name)


class Derived(Sets):
    __slots__ = ()


class Plain:
    __slots__ = ()


for o in (Sets(), Deletes(), Derived(), Plain()):
    for act in (lambda: setattr(o, "nope", 1), lambda: delattr(o, "nope"), lambda: object.__setattr__(o, "nope", 1)):
        try:
            act()
        except AttributeError as error:
            print(error)
