# What a program sets in modules and classes of the library, and what these keep for it, is there in a forked process.
# recorded by hand: a virtual clock of one process does not see what its forked children do
import argparse
import builtins
import calendar
import codecs
import csv
import decimal
import gc
import json
import logging
import mimetypes
import multiprocessing as mp
import os
import socket
import sqlite3
import sys
import tempfile
import threading
import uuid
import warnings


class Picky:
    pass


class MyLogger(logging.Logger):
    pass


def search(name):
    if name == "shouted":
        return codecs.CodecInfo(lambda text, errors="strict": (text.upper().encode(), len(text)), None, name=name)


dumps = json.dumps
warnings.simplefilter("error", UserWarning)
socket.setdefaulttimeout(3.5)
csv.register_dialect("half", delimiter=";")
codecs.register(search)
codecs.register_error("mine", lambda error: ("?!", error.end))
sys.setrecursionlimit(555)
sys.set_int_max_str_digits(1000)
gc.disable()
gc.set_threshold(5, 6, 7)
builtins.greeting = "hello"
json.extra, json.dumps = "extra", lambda value: "patched " + dumps(value)
mimetypes.add_type("x/y", ".zzz")
tempfile.tempdir = "/tmp/elsewhere"
logging.addLevelName(35, "NOTICE")
logging.setLoggerClass(MyLogger)
logging.disable(10)
logging.raiseExceptions = False
os.umask(0o77)
sys.path.append("/mine")
sys.argv.append("more")
sys.mine = 5
sys.excepthook = lambda kind, error, trace: print("hook", error, flush=True)
threading.excepthook = lambda args: print("hook of threads", args.exc_value, flush=True)
decimal.setcontext(decimal.Context(prec=9, rounding=decimal.ROUND_FLOOR))
decimal.DefaultContext.prec = 11
calendar.setfirstweekday(6)
uuid.NAMESPACE_MINE = 4
argparse.ArgumentParser.mine = 6
sqlite3.register_adapter(Picky, lambda picky: 8)

CHECKS = """
warnings.warn("x")
socket.getdefaulttimeout()
next(csv.reader(["a;b"], "half"))
"abc".encode("shouted"), "\\u1234".encode("ascii", "mine")
sys.getrecursionlimit(), sys.get_int_max_str_digits(), gc.isenabled(), gc.get_threshold()
greeting, json.extra, json.dumps(1)
mimetypes.guess_type("a.zzz"), tempfile.gettempdir()
logging.getLevelName(35), type(logging.getLogger("mine")), logging.root.manager.disable, logging.raiseExceptions
sys.path[-1], sys.argv[-1], sys.mine, os.umask(0)
decimal.getcontext().prec, decimal.getcontext().rounding, decimal.DefaultContext.prec, decimal.Decimal(-1) / 3
calendar.monthcalendar(2024, 1)[0], uuid.NAMESPACE_MINE, argparse.ArgumentParser.mine
sqlite3.connect(":memory:").execute("select ?", (Picky(),)).fetchone()
"""


def check():
    for check in CHECKS.strip().splitlines():
        try:
            print(eval(check), flush=True)
        except Exception as error:
            print(repr(error), flush=True)
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()


if __name__ == "__main__":
    process = mp.get_context("fork").Process(target=check)
    process.start()
    process.join()
    print("fork", flush=True)
    if os.fork() == 0:
        check()
        raise ValueError("the end")
    os.wait()
