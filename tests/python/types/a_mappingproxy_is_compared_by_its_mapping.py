from types import MappingProxyType

a, b = MappingProxyType({'a': 1}), MappingProxyType({'b': 2})
for compare in (
    lambda: a == b,
    lambda: a == {'a': 1},
    lambda: {'a': 1} == a,
    lambda: a != 1,
    lambda: a < b,
    lambda: a < {},
    lambda: a >= 1,
    lambda: 1 < a,
    lambda: a.__lt__(1),
    lambda: MappingProxyType(a) <= a,
    lambda: a | b,
    lambda: a | 1,
):
    try:
        print(compare())
    except TypeError as error:
        print(error)


class Ordered(dict):
    def __lt__(self, other):
        return sorted(self) < sorted(other)


print(MappingProxyType(Ordered(a=1)) < MappingProxyType(Ordered(b=1)))
