"""Where no file has the name that `compile` was given, `linecache` asks the loader of the globals, which is the script's."""
import importlib.machinery
import traceback

__loader__ = importlib.machinery.SourceFileLoader("__main__", __file__)
SOURCE = "def half(n):\n    x = [n, 1 / n]\n    return x\n\nhalf(0)\n"


def attempt(code, *globals):
    try:
        exec(code, *globals)
    except ZeroDivisionError:
        print(traceback.format_exc())


attempt(compile(SOURCE, "other", "exec"), {})
attempt(compile(SOURCE, "<generated>", "exec"), globals())
attempt(compile(SOURCE, "generated", "exec"), globals())
attempt(compile(SOURCE, "generated", "exec"), {"__name__": "__main__"})
try:
    eval(compile("1 + undefined", "expr.py", "eval"))
except NameError:
    print(traceback.format_exc())
