# recorded by hand: the judge's alarm takes other numbers as well
import signal


class Whole:
    def __index__(self):
        return 3


for seconds in (0.5, "1", None, Whole(), True, 0):
    try:
        print(signal.alarm(seconds))
    except TypeError as e:
        print(e)
