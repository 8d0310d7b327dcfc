# Lines of the library that assign what a call gives: the carets are under the call, a comment behind it included.
import enum
import io
import json
import logging
import pathlib
import signal
import threading
import traceback
from unittest import mock


def fails(*args, **kwargs):
    raise ValueError("refused")


def told(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except Exception:
        print(traceback.format_exc())


class Picky(logging.Filter):
    filter = fails


log = logging.getLogger("picky")
log.addHandler(logging.StreamHandler(io.StringIO()))
log.addFilter(Picky())
told(log.error, "text")
log.filters[:] = [fails]
told(log.error, "text")
told(json.dumps, {"key": object()}, default=fails, indent=2)
told(mock.Mock(wraps=fails))
told(pathlib.WindowsPath, "x")
told(enum.Flag("Colour", "RED BLUE"), 8)

signal.signal(signal.SIGALRM, fails)
signal.setitimer(signal.ITIMER_REAL, 0.5)
told(threading.Event().wait, 2)
