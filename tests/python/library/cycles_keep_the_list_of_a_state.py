# `cycle.__setstate__` takes over the list itself, which grows and may change; `starmap` has no state.
import itertools
import warnings

warnings.simplefilter("ignore")
saved = [1, 2]
cycle = itertools.cycle("ab")
cycle.__setstate__((saved, 0))
print([next(cycle) for _ in range(3)], saved)
saved.insert(0, "first")
print([next(cycle) for _ in range(8)])
saved = []
cycle.__setstate__((saved, 1))
print(next(cycle, "ended"))
saved.append("again")
cycle.__setstate__((saved, 1))
print(next(cycle, "ended"), next(cycle, "ended"))

cycle = itertools.cycle("xyz")
next(cycle)
kept = cycle.__reduce__()[2][0]
kept.append("added")
print([next(cycle) for _ in range(8)], kept)

cycle = itertools.cycle("xyz")
cycle.__setstate__((kept, 1))
print([next(cycle) for _ in range(6)], kept)
for state in [(kept, "x"), (kept,), [kept, 1], ((1, 2), 0)]:
    try:
        cycle.__setstate__(state)
    except TypeError as error:
        print(error)
print(hasattr(itertools.starmap, "__setstate__"), itertools.starmap(pow, []).__reduce__()[0].__name__)
