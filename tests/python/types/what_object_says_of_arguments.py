"""object's __init__ and __new__ refuse arguments, by their own name or by the class's, however they are called."""


def told(action):
    try:
        print(action())
    except TypeError as error:
        print(error)


class Plain:
    pass


class Passes:
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)


class Bound:
    def __init__(self, x):
        start = super().__init__
        start(x)


class Named:
    def __init__(self, x):
        object.__init__(self, x)


class Below(Passes):
    def __init__(self, name, **kwargs):
        super().__init__(**kwargs)


class Both:
    def __new__(cls, *args):
        return super().__new__(cls, *args)

    def __init__(self, *args):
        super().__init__(*args)


told(lambda: Plain(1))
told(lambda: Plain().__init__(1))
told(lambda: object.__init__(Plain(), 1))
told(lambda: object.__new__(Plain, 1))
told(lambda: Passes(1))
told(lambda: Passes(a=1))
told(lambda: Passes().__init__(1))
told(lambda: object.__init__(Passes(), 1))
told(lambda: Bound(1))
told(lambda: Named(1))
told(lambda: Below('name', color='red'))
told(lambda: Both(1))
told(lambda: object().__init__(1))
told(lambda: [].append())
append = [].append
told(lambda: append(1, 2))


class Items(list):
    pass


append = Items().append
told(lambda: append(1, 2))
