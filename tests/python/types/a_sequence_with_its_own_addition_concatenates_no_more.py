"""A subclass whose __add__ gives NotImplemented has no other way to be added to."""


class Text(str):
    def __add__(self, other):
        return NotImplemented


class Items(list):
    def __add__(self, other):
        return NotImplemented


class Plain(str):
    pass


for left, right in ((Text('a'), 3), (Text('a'), 'b'), (Items([1]), 3), (Items([1]), [2]), (Plain('a'), 3), ('a', 3), (Text('a'), Text('b')),
                    ('a', Text('b'))):
    try:
        print(left + right)
    except TypeError as error:
        print(error)
