# `logging` lasts to the interpreter's very end: its handler leads to a function of the program, and that to all names.
import logging


class Kept:
    def __del__(self):
        print('never printed')


class Own(logging.Handler):
    def emit(self, record):
        print(record.getMessage())


logging.getLogger().addHandler(Own())
kept = Kept()
logging.warning('done')
