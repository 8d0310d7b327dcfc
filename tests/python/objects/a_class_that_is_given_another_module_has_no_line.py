class Made:
    "Text."


class Other(Made):
    pass


print(Made.__firstlineno__, Other.__firstlineno__)
Made.__module__ = "elsewhere"
print(Made, Other.__firstlineno__, "__firstlineno__" in vars(Made), "__firstlineno__" in vars(Other))
try:
    Made.__firstlineno__
except AttributeError as error:
    print(error)
for name in ("__module__", "__doc__", "__name__", "__qualname__", "__bases__", "__abstractmethods__", "__type_params__"):
    try:
        delattr(Made, name)
        print("gone", name)
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
for value in (None, 3, "again"):
    Made.__module__ = Made.__doc__ = value
    print(Made.__module__, Made.__doc__, Other.__module__)
try:
    int.__module__ = "elsewhere"
except TypeError as error:
    print(error)
