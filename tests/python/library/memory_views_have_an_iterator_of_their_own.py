# `memoryview.__iter__` by its name, its class, and what it says of views that it cannot walk.
view = memoryview(b"abc")
iterator = view.__iter__()
print(type(iterator), iter(iterator) is iterator, next(iterator), list(iterator), list(iterator))
print("__iter__" in dir(view), "__iter__" in memoryview.__dict__, hasattr(iterator, "__length_hint__"))
print(list(memoryview.__iter__(view[::2])), list(memoryview(bytearray(8)).cast("i")))


def told(what, *args):
    try:
        return what(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(told(memoryview.__iter__, 3))
print(told(iter, memoryview(bytearray(4)).cast("B", (2, 2))))
print(told(iter, memoryview(bytearray(1)).cast("B", ())))
print(told(type(iterator)), told(next, iterator))
a, b = memoryview(b"xy")
print(a, b, 120 in memoryview(b"xy"), max(memoryview(b"xy")), [*reversed(memoryview(b"xy"))])
