import weakref


class Watched:
    pass


def gone(reference):
    print('gone', reference)


class Keeper:
    def __init__(self, what):
        self.reference = weakref.ref(what, self.lost)

    def lost(self, reference):
        print('lost', reference)


first, second, third = Watched(), Watched(), Watched()
references = [weakref.ref(first, gone), weakref.ref(second, lambda reference: print('never'))]
keeper = Keeper(third)
fleeting = Watched()
reference = weakref.ref(fleeting, lambda reference: print('it is', reference()))
del fleeting
print('end')
