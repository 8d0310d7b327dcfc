import operator

for cls, args in (operator.itemgetter, (1,)), (operator.methodcaller, ('a',)), (operator.attrgetter, ('a',)):
    print(cls.__text_signature__, cls(*args).__text_signature__)
for cls in float, list, memoryview, enumerate, zip, int, dict, type(None):
    print(cls.__name__, cls.__text_signature__)


class Own:
    __text_signature__ = '(x)'


print(Own.__text_signature__, Own().__text_signature__)
print(type.__dict__['__text_signature__'])
