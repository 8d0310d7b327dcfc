# breakpoint() calls sys.breakpointhook, which calls what PYTHONBREAKPOINT names; sys.exit() takes a tuple apart.
import os
import sys
import warnings


def trace(*args, **keywords):
    print("trace", args, keywords)
    return "traced"


sys.breakpointhook = trace
print(breakpoint(1, 2, deep=3))

sys.breakpointhook = sys.__breakpointhook__
os.environ["PYTHONBREAKPOINT"] = "0"
print(breakpoint("nothing"))
os.environ["PYTHONBREAKPOINT"] = "print"
print(breakpoint("shown", "by print", sep=", "))
os.environ["PYTHONBREAKPOINT"] = "sys.intern"
print(breakpoint("text"))
for name in ("no_such_module.hook", "sys.no_such_hook"):
    os.environ["PYTHONBREAKPOINT"] = name
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        print(breakpoint())
    print(seen[0].category.__name__, seen[0].message)

for status in ((3,), (), (1, 2), 7, None, "words", [4]):
    try:
        sys.exit(status)
    except SystemExit as error:
        print(repr(status), error.code, error.args)
