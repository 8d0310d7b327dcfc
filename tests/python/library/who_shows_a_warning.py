# A replaced showwarning is called by the warnings module, whose frame logging takes for the caller.
import logging
import sys
import warnings

logging.basicConfig(stream=sys.stdout, format="%(filename)s %(funcName)s %(lineno)d %(message)s")
logging.captureWarnings(True)


def old_way():
    warnings.warn("use the new way", DeprecationWarning, stacklevel=2)


old_way()
logging.captureWarnings(False)


def show(message, category, filename, lineno, file=None, line=None):
    caller = sys._getframe(1)
    print(caller.f_code.co_name, caller.f_lineno, message)
    raise RuntimeError("cannot show")


warnings.showwarning = show
try:
    logging.basicConfig(level="NOPE", force=True)
except ValueError as error:
    print(error)
warnings.warn("shown")
