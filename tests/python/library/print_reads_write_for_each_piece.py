class Writer:
    @property
    def write(self):
        print('write?')
        return lambda text: print(repr(text))

    def flush(self):
        print('flushed')


class Shown:
    def __str__(self):
        print('shown')
        return 'text'


print(1, Shown(), sep='-', end='!', file=Writer(), flush=True)
print(file=Writer())


class Other:
    def __getattr__(self, name):
        self.write = lambda text: print('then', repr(text))
        return lambda text: print('first', repr(text))


print('a', 'b', file=Other())
try:
    print('a', file=1)
except AttributeError as error:
    print(error)
