# Errors of unittest.mock, assertLogs and logging.config pass through CPython's frames.
import logging
import logging.config
import logging.handlers
import sys
import traceback
import unittest
from unittest.mock import Mock, patch, seal


def attempt(call, *args, **keywords):
    try:
        call(*args, **keywords)
    except Exception:
        traceback.print_exc(file=sys.stdout)


def patched(target):
    with patch(target):
        pass


for target in "nope.mod.name", "os.nope.name", "plain":
    attempt(patched, target)
attempt(lambda: Mock().asert_called())
attempt(setattr, Mock(spec_set=["a"]), "b", 1)
sealed = Mock()
seal(sealed)
attempt(lambda: sealed.inner)
attempt(patch.dict({}, a=1, values=3).start)
attempt(patch.dict({}, 3).start)


class Cases(unittest.TestCase):
    def none_came(self):
        with self.assertLogs("quiet"):
            pass

    def one_came(self):
        with self.assertNoLogs("loud"):
            logging.getLogger("loud").warning("w")


for name in "none_came", "one_came":
    result = unittest.TestResult()
    Cases(name).run(result)
    print(result.failures[0][1])

for part in (
    {"formatters": {"f": {"format": "%(x", "style": "{"}}},
    {"filters": {"f": {"()": "nope.mod.F"}}},
    {"incremental": True, "handlers": {"absent": {"level": "INFO"}}},
    {"incremental": True, "loggers": {"a": {"level": "LOUD"}}},
    {"handlers": {"h": {"class": "logging.StreamHandler", "formatter": "absent"}}},
):
    attempt(logging.config.dictConfig, {"version": 1, **part})
attempt(logging.handlers.RotatingFileHandler, "/nope/x.log")
attempt(logging.handlers.TimedRotatingFileHandler, "x.log", when="Q")
attempt(logging.Formatter, "{a", style="{")
attempt(logging.setLoggerClass, int)
attempt(logging.getLogger("x").error, "m", extra={"name": 1})
