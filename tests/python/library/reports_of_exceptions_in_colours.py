# `colorize=True` colours places, what is marked in a line, and the message of a report.
import io
import traceback


def inner(*args):
    found = {"a": {"b": None}}
    return found["a"]["b"]["c"]


def outer():
    return (lambda *args: inner(*args))(
        1,
        2,
    )


def caught(do):
    try:
        do()
    except BaseException as error:
        return error


def fails_with_notes():
    error = ValueError("two\nlines: of text")
    error.add_note("a note\n    ^^^")
    raise error


def group():
    try:
        outer()
    except TypeError as error:
        raise ExceptionGroup("both", [caught(fails_with_notes), KeyError(), caught(outer)]) from error


def recursive(n):
    return recursive(n - 1) if n else 1 / 0


class Own(Exception):
    def __str__(self):
        return ""


def own():
    raise Own


sources = ["a $ b", "x = (1,\n     2 3)\n", "def f(:\n  pass", "  x = 1\n y"]
errors = [caught(outer), caught(fails_with_notes), caught(group), caught(lambda: recursive(5)), caught(own)]
errors += [caught(lambda: compile(source, "<text>", "exec")) for source in sources]
for error in errors:
    print("".join(traceback.format_exception(error, colorize=True)).replace("\x1b", "ESC"))
    print([line.replace("\x1b", "ESC") for line in traceback.format_exception_only(error, colorize=True)])
    made = traceback.TracebackException.from_exception(error)
    print("".join(made.format_exception_only(show_group=True, colorize=True)).replace("\x1b", "ESC"), end="")
    assert "".join(made.format(colorize=True)) == "".join(traceback.format_exception(error, colorize=True))
    print("\x1b" in "".join(made.format()), "\x1b" in "".join(traceback.format_exception(error, colorize=False)))
file = io.StringIO()
traceback.print_exception(errors[4], file=file, colorize=True)
traceback.TracebackException.from_exception(errors[5]).print(file=file, colorize=True)
print(file.getvalue().replace("\x1b", "ESC"))
print(traceback.extract_tb(errors[0].__traceback__).format(colorize=True)[0].replace("\x1b", "ESC"))
