"""The report of a record that cannot be formatted says so where its message cannot be shown either; ISO years are short."""
import datetime
import logging
import sys
import time

sys.stderr = sys.stdout


class Shy:
    def __str__(self):
        raise ValueError("no text")

    __repr__ = __str__


log = logging.getLogger("shy")
log.propagate = False
log.addHandler(logging.StreamHandler(sys.stdout))
log.warning(Shy())
log.warning("%s", Shy())
log.warning("%r %d", 1, "x")
print(datetime.date(2027, 1, 1).strftime("%G %g %V"), time.strftime("%g", time.gmtime(0)))
