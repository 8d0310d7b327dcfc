# `logging` lasts to the interpreter's very end: its handler leads to a function of the program, and that to all names.
import logging


class Kept:
    def __del__(self):
        print('never printed')


class Own(logging.Handler):
    def emit(self, record):
        print(record.getMessage())


def numbers():
    try:
        yield 1
    finally:
        print('never printed')


async def nothing():
    pass


logging.getLogger().addHandler(Own())
kept = Kept()
suspended = numbers()
next(suspended)
never_awaited = nothing()
logging.warning('done')
