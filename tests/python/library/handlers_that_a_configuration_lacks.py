"""A configuration of logging that names a handler that is not there; arguments that a short option does not take."""
import argparse
import functools
import logging.config

parser = argparse.ArgumentParser(prog="tool")
print(parser.add_argument("-v", action="count"), parser.add_argument("--two"), sep="\n")
try:
    parser.parse_args(["-v=3"])
except SystemExit as e:
    print(e.code)
try:
    parser.add_argument("--w", foo=1)
except TypeError as e:
    print(e)
for make in (lambda: functools.cmp_to_key(lambda a, b: 0)(1) < 1, lambda: functools.partialmethod(5)):
    try:
        make()
    except TypeError as e:
        print(e)
logging.config.dictConfig({"version": 1, "root": {"handlers": ["nope"]}})
