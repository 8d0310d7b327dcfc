"""A range may begin and end anywhere."""
import copy
import itertools
import pickle

base = 10**30
numbers = range(base, base + 5)
print(numbers, len(numbers), list(numbers), numbers[2], numbers[-1], numbers[1:3], bool(numbers))
print(base + 2 in numbers, base + 5 in numbers, 3 in numbers, numbers.index(base + 1), numbers.count(3), "x" in numbers)
print(numbers == range(base, base + 5), hash(numbers) == hash(range(base, base + 5)), numbers == range(3), numbers != [])
print(type(numbers), isinstance(numbers, range), numbers.start, numbers.stop, numbers.step)
wide = range(base)
try:
    len(wide)
except OverflowError as e:
    print(e)
print(wide[10**29], wide[-1], 5 in wide, wide[::10**29], wide[:3], wide[-2:], wide[::-1])
print(next(iter(wide)), next(reversed(wide)), sum(range(2**64, 2**64 + 3)), max(range(2**70, 2**70 - 10, -3)))
for i in range(2**63 - 2, 2**63 + 2):
    print(i, end=" ")
for i in range(-2**63 + 1, -2**63 - 2, -1):
    print(i, end=" ")
print()
print(range(2**100, 0, -2**99), list(range(2**100, 0, -2**99)), range(0, 2**65, 2**64).stop, list(range(5, 2**70, 2**69)))
print(list(zip(range(2**64, 2**65), "abc")), list(itertools.islice(range(2**64, 2**65), 2)), range(2**70, 0), list(range(2**70, 0)))
print(copy.copy(wide) == wide, pickle.loads(pickle.dumps(wide)) == wide, type(iter(wide)).__name__)
for attempt in (lambda: wide[base], lambda: numbers["a"], lambda: numbers.index(3), lambda: numbers[::0], lambda: range(base, 1, 0)):
    try:
        attempt()
    except (IndexError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(range(2**63 - 1)[5::2**62], range(2**62)[:3], range(-2**63, 2**63 - 1, 2**62)[1:], range(10)[:2**70], list(reversed(range(2**63 - 3, 2**63))))
