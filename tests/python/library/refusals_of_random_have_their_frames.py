"""What random refuses shows the lines of CPython's random.py."""
import random
import traceback

for refused in (
    lambda: random.choice([]),
    lambda: random.randint(5, 1),
    lambda: random.randrange(0),
    lambda: random.randrange(4, 2),
    lambda: random.randrange(1, 9, -2),
    lambda: random.sample([1, 2], 5),
    lambda: random.Random(1).choice(""),
    lambda: random.randint(1.5, 3),
    lambda: random.randrange(1, 2.5),
):
    try:
        refused()
    except (IndexError, TypeError, ValueError):
        traceback.print_exc()
random.choice([])
