# recorded by hand: the oracle's datetime is Python's own text
import argparse
import collections
import contextvars
import datetime
import inspect

for cls in (datetime.date, datetime.datetime, datetime.time, datetime.timedelta, datetime.timezone, datetime.tzinfo, dict,
            collections.OrderedDict, collections.UserString, contextvars.Context, contextvars.ContextVar, str, bytes):
    for name in dir(cls):
        if not name.startswith('_') and callable(method := getattr(cls, name)):
            try:
                print(cls.__name__, name, inspect.signature(method))
            except ValueError as e:
                print(cls.__name__, name, e)
print(inspect.signature(argparse.ArgumentParser.add_argument), inspect.signature(argparse.ArgumentParser.add_argument_group))
