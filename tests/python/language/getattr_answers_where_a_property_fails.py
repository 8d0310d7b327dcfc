"""A property that raises AttributeError leaves the answer to __getattr__; other errors pass, and so do its own."""


class Record:
    def __init__(self, fails=None):
        self.fails = fails

    @property
    def field(self):
        if self.fails:
            raise self.fails
        return 'field'

    def __getattr__(self, name):
        if name == 'none':
            raise AttributeError('no ' + name)
        return 'instead of ' + name


class Strict(Record):
    def __getattr__(self, name):
        raise AttributeError(f'strict: {name}')


def ask(record):
    try:
        return record.field
    except Exception as error:
        return repr(error), error.__context__, error.__cause__


for record in (Record(), Record(AttributeError('lost')), Record(KeyError('k')), Record(), Strict(AttributeError('lost')), Strict()):
    print(ask(record), getattr(record, 'field', 'default') if not isinstance(record.fails, KeyError) else '-')
print([hasattr(record, 'field') for record in (Record(), Strict(), Strict(AttributeError()))])
print(hasattr(Record(), 'none'), getattr(Record(), 'none', 'default'), Record().other)
try:
    hasattr(Record(KeyError('k')), 'field')
except KeyError as error:
    print('passes', error)


class Deep:
    @property
    def outer(self):
        return self.inner

    @property
    def inner(self):
        return self.missing

    def __getattr__(self, name):
        return f'<{name}>'


deep = Deep()
print([deep.outer for _ in range(3)], deep.inner)
del Deep.__getattr__
try:
    deep.outer
except AttributeError as error:
    print(error)
