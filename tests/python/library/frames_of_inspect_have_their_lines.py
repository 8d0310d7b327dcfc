"""`inspect.stack()` and its kin give the lines of the source around where each frame stands."""
import inspect


def show(frames):
    for found in frames:
        print(found.function, found.lineno, found.index, [line.strip() for line in found.code_context])


def inner(context):
    show(inspect.stack(context)[:3])


def outer(context):
    inner(context)


outer(1)
outer(3)
print(inspect.stack(0)[0].code_context, type(inspect.stack()[0]).__name__)
info = inspect.getframeinfo(inspect.currentframe(), 5)
print(info.lineno, info.index, len(info.code_context))
try:
    outer(None)
except TypeError:
    show(inspect.trace()[:3])
caller = lambda: inspect.stack()[1].code_context[0].strip()
print(caller())
