"""`obj.__dict__` is a dict like others: keys that are no text stand beside the attributes."""


class Record:
    label = 'none'

    def __init__(self, **values):
        self.__dict__.update(values)


record = Record(a=1)
names = record.__dict__
names[5] = 'five'
names[1, 2] = 'pair'
record.b = 2
names['label'] = 'own'
print(names, vars(record) is names, len(names))
print(record.a, record.b, record.label, record.__dict__[5])
del record.a
print(list(vars(record)), 5 in vars(record), vars(record).pop((1, 2)))
record.__dict__.update({None: 0, 'c': 3})
print(record.c, hasattr(record, 'None'), record.__dict__)


class Slotted:
    __slots__ = 'x', '__dict__'


slotted = Slotted()
slotted.x, slotted.y = 1, 2
slotted.__dict__[0] = 'zero'
print(slotted.x, slotted.y, slotted.__dict__)


class Data(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__ = self


data = Data(x=1)
data[7] = 8
data.y = 9
print(data, data.x, data[7])
