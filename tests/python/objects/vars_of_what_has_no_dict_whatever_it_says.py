"""`vars` says that there is no `__dict__` also where a `__getattr__` of the object's own has said so."""


class Own:
    __slots__ = ()

    def __getattr__(self, name):
        print('asked for', name)
        if self.given is None:
            raise AttributeError(name)
        return self.given


class Empty(Own):
    __slots__ = ()
    given = None


class Given(Own):
    __slots__ = ()
    given = {'a': 1}


for each in Empty(), Given(), 5:
    try:
        print(vars(each))
    except TypeError as e:
        print(e)
