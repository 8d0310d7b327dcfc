# What `bytes` and `complex` make of instances whose methods give something of a derived class; __import__'s level; dir().
import warnings


class Text(bytes):
    pass


class Number(complex):
    pass


class Both:
    def __bytes__(self):
        return Text(b"ab")

    def __complex__(self):
        return Number(1, 2)


print(type(bytes(Both())).__name__, type(Text(Both())).__name__, bytes(Both()))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(complex(Both()), type(complex(Both())).__name__)
for warning in caught:
    print(warning.category.__name__, warning.message)


class Wrong:
    def __bytes__(self):
        return bytearray(b"ab")


try:
    bytes(Wrong())
except TypeError as error:
    print(error)

for level in None, "0", 1.0, -1:
    try:
        __import__("os", {}, {}, [], level)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Called:
    def method(self):
        pass

    method.note = 1


names = dir(Called().method)
print(sorted(set(names) - set(dir(object))), len(names) == len(set(names)))

for use in lambda x: b"%b" % x, lambda x: b"%s" % x, int.from_bytes:
    for value in Wrong(), Both():
        try:
            print(use(value))
        except TypeError as error:
            print(error)
