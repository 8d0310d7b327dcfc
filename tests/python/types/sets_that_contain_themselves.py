"""A set that shows itself within itself shows its class only."""


class Own(frozenset):
    pass


class Link:
    def __repr__(self):
        return repr(self.value)


link = Link()
for kind in set, frozenset, Own, type("Other", (set,), {}):
    link.value = kind([link])
    print(link.value, kind(), kind([1]), [kind([2])])
