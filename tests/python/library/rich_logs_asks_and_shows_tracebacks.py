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
c.log("hello", "word " * 20, [1, 2])
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
