"""dict() and its kin take all keys of a mapping before the first value, so that a cache may move its keys about."""
from collections import OrderedDict


class Mapping:
    def __init__(self, keys):
        self.of = keys

    def keys(self):
        return self.of

    def __getitem__(self, key):
        print('get', key)
        return key * 2


def keys():
    for key in 'ab':
        print('key', key)
        yield key


class Recent(OrderedDict):
    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value


print(dict(Mapping(keys())))
merged = {'z': 0}
merged.update(Mapping(keys()))
print(merged, {**Mapping(keys())})
for wrong in (5, None):
    for build in (dict, {}.update):
        try:
            build(Mapping(wrong))
        except TypeError as e:
            print(e)
recent = Recent(a=1, b=2)
print(dict(recent), {**recent}, recent | {'d': 1}, recent)
