# sys.settrace tells a return through a finally of the line that ran last in it.
import sys


def branches(x):
    try:
        return 2
    finally:
        if x:
            y = 5
        else:
            y = 6


def nested(x):
    try:
        try:
            return x
        finally:
            while x:
                x -= 1
    finally:
        if not x:
            x = 'outer'


def suppressed(x):
    for n in range(2):
        try:
            continue
        finally:
            if n:
                return n
    return 'never'


def trace(frame, event, arg):
    print(frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, event)
    return trace


for function in (branches, nested, suppressed):
    for argument in (0, 1):
        sys.settrace(trace)
        function(argument)
        sys.settrace(None)
