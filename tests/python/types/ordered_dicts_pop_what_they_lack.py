# OrderedDict.pop gives the missing key itself to KeyError, which takes None and tuples apart.
from collections import OrderedDict

for key in None, (), (1, 2), "k", 5:
    for mapping in OrderedDict(a=1), {"a": 1}:
        try:
            mapping.pop(key)
        except KeyError as error:
            print(type(mapping).__name__, error.args)
ordered = OrderedDict(a=1, b=2)
print(ordered.pop("a"), ordered.pop(key="c", default=3), ordered.pop("b", None), ordered)
