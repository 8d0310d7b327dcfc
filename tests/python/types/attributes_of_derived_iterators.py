"""An instance of a class derived from a built-in iterator has attributes, or slots, and may say itself what comes next."""
import itertools

for kind, args in ((itertools.count, (3,)), (itertools.cycle, ([1],)), (itertools.chain, ([1], [2])),
                   (itertools.repeat, (1, 2)), (itertools.islice, ([1, 2], 1)), (itertools.product, ([1], [2])),
                   (itertools.accumulate, ([1, 2],)), (itertools.groupby, ([1],)), (enumerate, (["a"],)),
                   (zip, ([1], [2])), (map, (str, [1])), (filter, (None, [1])), (reversed, ([1],))):
    own = type("Own", (kind,), {})(*args)
    own.x = 1
    own.y = 2
    del own.y
    slotted = type("Slotted", (kind,), {"__slots__": ("q",)})(*args)
    slotted.q = 5
    try:
        slotted.z = 1
    except AttributeError as e:
        refused = str(e)
    print(kind.__name__, vars(own), next(own), isinstance(own, kind), slotted.q, refused)


class Doubling(itertools.count):
    def __next__(self):
        return super().__next__() * 2


print(list(itertools.islice(Doubling(3), 4)), iter(own) is own, repr(Doubling(5)))
for number in Doubling(1):
    if number > 4:
        break
    print(number)


class Pairs(zip):
    label = "pairs"


pairs = Pairs("ab", [1, 2])
print(pairs.label, dict(pairs), list(pairs))
