# What it raises of a call passes the line of the def, and nothing in the function can handle it.
import sys
import traceback


def called(x):
    try:
        return x
    except ValueError:
        print('not here')


def items():
    yield 1


def fails(frame, event, argument):
    raise ValueError(event)


class Thing:
    @property
    def value(self):
        return 1


for call in lambda: called(1), lambda: Thing().value, lambda: next(items()), lambda: sorted([1], key=called):
    try:
        sys.settrace(fails)
        call()
    except ValueError:
        traceback.print_exc(file=sys.stdout)


def only_called(frame, event, argument):
    if frame.f_code.co_name != '<lambda>':
        raise ValueError(event)


for call in lambda: called(1), lambda: Thing().value, lambda: next(items()), lambda: sorted([1], key=called):
    try:
        sys.settrace(only_called)
        call()
    except ValueError:
        traceback.print_exc(file=sys.stdout)
