"""The only `*x` of a call is iterated after the keyword arguments have been evaluated; among others it is at once."""


def given(*args, **kwargs):
    print("given", args, kwargs)


def items(name):
    print("iterating", name)
    yield name


def options():
    print("options")
    return {"z": 1}


given(*items("a"), **options())
given(*items("b"), key=print("key"))
given(*items("c"), key=print("key"), **options())
given(0, *items("d"), **options())
given(*items("e"), *items("f"), **options())


def rebound():
    values = [1, 2]
    given(*values, key=(values := 3))
    return values


print(rebound())

for wrong in "given(*1, **2)", "given(*1, key=2)", "given(*1, key=0, **2)", "given(0, *1, **2)", "given(*1, **{})":
    try:
        eval(wrong)
    except TypeError as error:
        print(wrong, "->", error)


def decorated(*args, **kwargs):
    return lambda function: (args, kwargs, function())


@decorated(*items("g"), **options())
def value():
    return "value"


print(value)


class Thing:
    def method(self, *args, **kwargs):
        print(args, kwargs)


Thing().method(*items("h"), **options())
