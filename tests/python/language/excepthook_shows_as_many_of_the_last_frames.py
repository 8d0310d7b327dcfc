import sys


def fall(depth):
    if depth == 0:
        raise ValueError('ground')
    fall(depth - 1)


for limit in 0, 1, 2, 5, 1000, -1:
    sys.tracebacklimit = limit
    print('limit', limit, file=sys.stderr)
    try:
        fall(2)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
        try:
            raise KeyError('first') from error
        except KeyError as error:
            sys.excepthook(type(error), error, error.__traceback__)
