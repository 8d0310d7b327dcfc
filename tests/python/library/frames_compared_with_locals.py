# Entries of a stack are equal if their locals are, and what urllib.parse warns of names the line that called.
import inspect
import traceback
import urllib.parse
import warnings


def fails(n):
    return 1 / n


try:
    fails(0)
except ZeroDivisionError as caught:
    error = caught
plain, limited, local = (traceback.TracebackException.from_exception(error, **options)
                         for options in ({}, {'limit': 0}, {'capture_locals': True}))
print(plain == plain, plain == limited, plain == local, local == local)
print(plain.stack[0] == local.stack[0], plain.stack[0] == tuple(plain.stack[0]), plain.stack[0] == tuple(local.stack[0]))
print(traceback.format_exception_only(error, chain=False), inspect.signature(traceback.format_exception))


def older(url):
    return urllib.parse.splittype(url)


def oldest():
    found = older('http://example.org')
    return found


with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter('always')
    print(oldest())
print(told[0].lineno - older.__code__.co_firstlineno, told[0].message)
