# recorded by hand: CPython with rich 15.0.0
"""What rich logs stands in columns; questions are asked again; tracebacks show the lines around those that were run."""
import io
import logging
import os
import re
import sys
import time

from rich import inspect
from rich.console import Console
from rich.logging import RichHandler
from rich.progress import (BarColumn, DownloadColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn,
                           TimeRemainingColumn, TransferSpeedColumn)
from rich.prompt import Confirm, IntPrompt, Prompt
from rich.spinner import Spinner
from rich.traceback import Traceback, install

c = Console()
# The columns are as wide as the file's name.
exec(compile('''c.log("hello", "word " * 20, [1, 2])
c.log("at the same time")
time.sleep(1.5)
c.log("later", {"a": 1})
logging.basicConfig(level=0, format="%(message)s", datefmt="[%X]", handlers=[RichHandler(rich_tracebacks=False)])
log = logging.getLogger("x")
log.info("GET /index %s", [1, "two"])
log.warning("[b]not markup[/b]")
log.error("[b]markup[/b]", extra={"markup": True})
time.sleep(1)
log.critical("long " * 30)
''', 'logs.py', 'exec'))
print(Prompt.ask("Name", default="Bob", stream=io.StringIO("\n")) == "\n", IntPrompt.ask("Number", stream=io.StringIO("x\n42\n")),
      Confirm.ask("Sure?", default=True, stream=io.StringIO("maybe\nn\n")),
      Prompt.ask("Pick", choices=["aa", "bb"], case_sensitive=False, stream=io.StringIO("q\nBB\n")))
columns = [SpinnerColumn(), TextColumn("{task.fields[name]}"), MofNCompleteColumn(), DownloadColumn(), TransferSpeedColumn(),
           TimeElapsedColumn(), TimeRemainingColumn(compact=True), "{task.id}", BarColumn(10)]
with Progress(*columns) as progress:
    task = progress.add_task("", total=123456, name="x")
    unknown = progress.add_task("", total=None, name="y")
    for _ in range(3):
        time.sleep(0.7)
        progress.advance(task, 41152)
        progress.update(unknown, advance=1000)
with c.status("unseen"):
    time.sleep(1)
c.print(Spinner("line", "text"))


def inner(items):
    total = 0
    for item in items:
        total += (
            100 // item)
    return total


def outer(items, name="some"):
    try:
        return inner(items)
    except ZeroDivisionError as error:
        error.add_note("a note")
        raise ValueError("bad [b]value[/b]") from error


def show(**options):
    wide = Console(width=200)
    with wide.capture() as capture:
        wide.print(Traceback(width=190, **options))
    for line in capture.get().splitlines():
        line = re.sub(r"[\S]*" + re.escape(os.path.basename(__file__)), "FILE", line)
        print(re.sub(r"[ ─]*[│╮╯]?$", "", line))


def run(number):
    try:
        outer([number, 0])
    except ValueError:
        show()
        show(show_locals=True, extra_lines=0)


run(1)
try:
    exec("x = = 1")
except SyntaxError:
    show(extra_lines=0)
try:
    raise ExceptionGroup("both", [ValueError(1), KeyError("k")])
except ExceptionGroup:
    show(extra_lines=0)


class Shown:
    """What is shown of it."""

    def __init__(self):
        self.numbers = [1, 2]

    def method(self, a, *rest, b=2) -> int:
        """Does something."""

    @property
    def wrong(self):
        raise ValueError("no")


inspect(Shown(), methods=True, value=False)
inspect(Shown, docs=False)
before = install(console=c)
sys.excepthook(ValueError, ValueError("by the hook"), None)
print(before.__name__)


def show_coloured(file, console, **kwargs):
    """The head of the last frame, its values and what was raised, but for the code's own colours."""
    try:
        exec(compile("def f(a):\n    b = [1, None, 'x']\n    return a['k']\nf({'v': 2.5})", file, "exec"), {})
    except KeyError as error:
        console.print(Traceback.from_exception(KeyError, error, error.__traceback__.tb_next.tb_next, **kwargs))
    for line in console.file.getvalue().splitlines():
        if "2m1 " not in line and "2m2 " not in line and "m3 " not in line and "2m4 " not in line:
            print(ascii(line.replace(os.getcwd(), "")).replace(" ", "").rstrip("'"))


with open("shown.py", "w") as file:
    file.write("one\ntwo\nthree\nfour\n")
for kwargs in {"show_locals": False}, {"show_locals": True}:
    show_coloured(os.path.join(os.getcwd(), "shown.py"), Console(force_terminal=True, color_system="truecolor", width=100, file=io.StringIO()), **kwargs)
with open("wrong.py", "w") as file:
    file.write("x = = 1\n")
try:
    compile("x = = 1", "wrong.py", "exec")
except SyntaxError:
    shown = Console(force_terminal=True, color_system="truecolor", width=100, file=io.StringIO())
    shown.print(Traceback.from_exception(*sys.exc_info()[:2], None))
    print(ascii(shown.file.getvalue()))
