"""`exec` with annotations in a mapping of the program's that has `__getitem__` and `__setitem__` alone."""


class Names:
    def __init__(self, **names):
        self.names = names

    def __getitem__(self, name):
        return self.names[name]

    def __setitem__(self, name, value):
        print('set', name)
        self.names[name] = value


class Lower(dict):
    def __setitem__(self, name, value):
        super().__setitem__(name.lower(), value)


plain = Names()
exec('x: int = 1\ny: str', {}, plain)
print(plain.names)
given = Names(__annotations__=Lower())
exec('Width: int = 1', {}, given)
print(given.names)


class Failing(Names):
    def __getitem__(self, name):
        raise ZeroDivisionError(name)


try:
    exec('x: int = 1', {}, Failing())
except ZeroDivisionError as error:
    print('fails:', error)
