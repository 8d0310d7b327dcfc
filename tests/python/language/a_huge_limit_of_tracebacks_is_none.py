import sys


def fail():
    1 / 0


for limit in 1 << 70, -1 << 70, 1, None:
    sys.tracebacklimit = limit
    try:
        fail()
    except ZeroDivisionError as e:
        sys.__excepthook__(type(e), e, e.__traceback__)
