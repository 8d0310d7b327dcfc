# A dict whose class has an __iter__ of its own is asked by keys() and [] wherever its items are taken over.
class Shown(dict):
    def __iter__(self):
        return iter(self.keys())

    def keys(self):
        return [key for key in super().keys() if not key.startswith('_')]

    def __getitem__(self, key):
        return super().__getitem__(key) * 2


def given(**keywords):
    return keywords


it = Shown(a=1, _b=2)
print(dict(it), {**it}, given(**it), it | {'c': 3}, {'c': 3} | it, list(it))
plain = {'d': 4}
plain.update(it)
plain |= it
print(plain, '{a}'.format(**it), '{a}'.format_map(it), '%(a)s' % it)


class Doubled(dict):
    def __getitem__(self, key):
        return super().__getitem__(key) * 2


# Without one its table is read.
it = Doubled(a=1)
print(dict(it), {**it}, given(**it), it | {}, {} | it, it['a'])
