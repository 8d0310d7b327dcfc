import traceback


class A:
    pass


a = A()
for test in (
    lambda: not a < 5,
    lambda: (not a <= 5) + 1,
    lambda: not a in 5,
    lambda: not 1 < 2 < a,
    lambda: 1 if not a < 5 else 2,
    lambda: not (a < 5),
    lambda: not a + 5,
    lambda: not not a > 5,
):
    try:
        test()
    except TypeError:
        traceback.print_exc()
