import traceback


class Own:
    color = 1

    def __getattr__(self, name):
        raise AttributeError(f"no {name}")

    @property
    def shape(self):
        raise AttributeError("inside")


class All:
    width = 1

    def __getattribute__(self, name):
        if name == "widt":
            raise AttributeError
        return object.__getattribute__(self, name)


class Set:
    height = 1

    def __getattr__(self, name):
        raise AttributeError("set", name="x", obj=3)


class Descriptor:
    def __get__(self, instance, owner):
        raise AttributeError("descriptor")


class Described:
    depths = 1
    depth = Descriptor()


class Directory:
    volume = 1

    def __dir__(self):
        return ["volumen"]


def show(access):
    try:
        access()
    except AttributeError as error:
        print(repr(error), error.name, type(error.obj).__name__)
        print("".join(traceback.format_exception_only(error)), end="")


own = Own()
show(lambda: own.colr)
show(lambda: own.shape)
show(lambda: getattr(own, "colo"))
show(lambda: All().widt)
show(lambda: Set().heigh)
show(lambda: Described().depth)
show(lambda: Described.depth)
show(lambda: Directory().volum)
error = AttributeError("never raised")
print(error.name, error.obj)
own.colour
