"""CPython turns a comparison by `is` before it looks for literals."""
x = 5
if not (x is 5):
    print("other")
if not x is not 5:
    print("same")
print(not not x is "a", not (x is 1 or x is 2), not x is 1 is x)
while not (x is ()) and x > 5:
    pass


def f():
    return [y for y in [x] if not y is 7], (not x is 8) + 1
