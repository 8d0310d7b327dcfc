class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y


def told(value):
    match value:
        case int() | float() as number:
            print('number', number)
        case (1 | 2 | 3, _) | [_, 4 | 5]:
            print('pair', value)
        case {'a': 1 | 2 as found} | {'b': found}:
            return found, print(found)
        case Point(0, y) | Point(y, 0) | Point(x=1, y=Point(2, y) | Point(y=y)):
            print('on an axis', y)
        case [Point(x=int() | float() as x), *_] | (Point(x, _), _, _):
            print('begins with', x)
        case str() | bytes() if value:
            print('text', value)
        case None | True:
            print('constant', value)
        case _:
            print('other')


for value in (3, 1.5, (2, 'x'), ('x', 4), ('x', 6), {'a': 2}, {'b': 9}, {'c': 1}, Point(0, 5), Point(6, 0), Point(1, 7),
              Point(1, Point(2, 8)), Point(1, Point(3, 9)), [Point(1, 2)], [Point('a', 2), 3, 4], 'text', b'', None, True):
    told(value)
