"""sys.settrace: a generator that is closed within try … finally ends like one in which something else was thrown."""
import sys


def tracer(frame, event, arg):
    if frame.f_code not in (watched.__code__, bare.__code__):
        return None
    print(event, frame.f_lineno - frame.f_code.co_firstlineno, arg[0].__name__ if event == 'exception' else arg)
    return tracer


def watched():
    try:
        yield 'first'
    finally:
        done = True


def bare():
    yield 'only'


sys.settrace(tracer)
for function in watched, bare:
    generator = function()
    next(generator)
    print('close', function.__name__)
    generator.close()
sys.settrace(None)
