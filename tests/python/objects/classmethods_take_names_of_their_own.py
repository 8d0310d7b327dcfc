"""What a classmethod or a staticmethod shows of its function can be set on it, and the function keeps its own."""


def work(cls):
    """Works."""


for kind in classmethod, staticmethod:
    method = kind(work)
    print(method.__module__, method.__name__, method.__qualname__, method.__doc__, method.__annotations__)
    for name, value in {'__module__': 'other', '__name__': 'rest', '__qualname__': 'C.rest', '__doc__': 'Rests.',
                        '__annotations__': {'a': int}, 'tag': 1}.items():
        setattr(method, name, value)
        print(name, getattr(method, name), getattr(work, name, 'none'), name in vars(method))
    for name in '__func__', '__wrapped__', '__isabstractmethod__':
        try:
            setattr(method, name, 1)
        except AttributeError as error:
            print(error)

    class Holder:
        @kind
        def held(*args):
            return args

        vars()['held'].__module__ = 'moved'

    print(vars(Holder)['held'].__module__, Holder.held.__module__)
