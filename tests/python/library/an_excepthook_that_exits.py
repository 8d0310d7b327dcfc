# `sys.exit` within `sys.excepthook` is the program's exit.
import sys


def hook(kind, value, traceback):
    print("hook:", kind.__name__, value)
    sys.exit(9)


sys.excepthook = hook
raise ValueError("first")
