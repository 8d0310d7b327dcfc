import traceback


def outer():
    return inner()


def inner():
    first = traceback.StackSummary.extract(traceback.walk_stack(None), limit=2)
    return [entry.name for entry in first]


print(outer())
try:
    outer(1)
except TypeError as error:
    walked = list(traceback.walk_tb(error.__traceback__))
    print([entry.name for entry in traceback.StackSummary.extract(walked, limit=-1)])
    print(len(traceback.StackSummary.extract(walked, limit=0)))
