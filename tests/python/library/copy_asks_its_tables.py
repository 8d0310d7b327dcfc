# Programs put copiers of their own into the tables of copy; the frames of its functions stand in tracebacks.
import abc
import copy
import traceback


class Session:
    def __init__(self):
        self.ask = self.answer
        self.items = [self]

    def answer(self):
        return 'answer'


twin = copy.deepcopy(Session())
print(twin.ask.__self__ is twin, twin.items[0] is twin)
copy._deepcopy_dispatch[Session] = lambda x, memo: 'a deep one'
copy._copy_dispatch[Session] = lambda x: 'a shallow one'
print(copy.deepcopy([Session()]), copy.copy(Session()))
del copy._deepcopy_dispatch[Session], copy._copy_dispatch[Session]
print(sorted(cls.__name__ for cls in copy._copy_dispatch), len(copy._deepcopy_dispatch))


class Sealed:
    def __deepcopy__(self, memo):
        raise ValueError('sealed')


for value in ([Sealed()], (Sealed(),), {'a': [Sealed()]}, {Sealed(): 1}, (1, [2, (Sealed(),)])):
    try:
        copy.deepcopy(value)
    except ValueError:
        traceback.print_exc()
pair = (1, [2])
deep = copy.deepcopy(pair)
print(deep == pair, deep is pair, deep[1] is pair[1], copy.deepcopy((1, (2, 'x'))))
loop = []
loop.append((loop,))
deep = copy.deepcopy(loop)
print(deep[0][0] is deep, copy.copy(slice(1)), copy.deepcopy(int) is int, copy.copy(Session.answer) is Session.answer)


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        pass


print([name for name in vars(Shape) if 'abs' in name or 'abc' in name])
