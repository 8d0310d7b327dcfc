# recorded by hand: CPython with rich 15.0.0
"""A console that is told of a terminal writes colours, in as many as the terminal has, and moves its cursor."""
import asyncio
import io

from rich.color import Color
from rich.console import Console
from rich.live import Live
from rich.panel import Panel
from rich.progress import Progress, track
from rich.style import Style
from rich.table import Table
from rich.theme import Theme


def lines(console, *shown, **how):
    with console.capture() as capture:
        console.print(*shown, **how)
    print(repr(capture.get()))


for system in ("auto", "256", "truecolor", "standard"):
    c = Console(force_terminal=True, color_system=system, theme=Theme({"warn": "bold yellow on black"}))
    lines(c, "[bold red]a[/] [on #ff8800]b[/] [color(200)]c[/] [grey50]d[/] [rgb(10,20,30)]e[/] [warn]f[/] [u]g[not u]h[/][/]")
    lines(c, 1.5, True, None, "http://a.b/c 10.0.0.1 /usr/x.py 'str' f(x=1) <tag a=1> 3+4j ...", {"a": ["b", 2]})
    lines(c, Panel("in", title="T", border_style="green", style="on blue"), width=12)
    table = Table("A", "B", row_styles=["dim", ""], border_style="red")
    table.add_row("1", "[b]2[/b]")
    table.add_row("3", "4", style="italic")
    lines(c, table)
    lines(c, "styled", style="reverse", end="")
print(repr(Style.parse("bold not italic red on #00ff00 link http://x")), Style(bold=True) + Style(color="blue", bold=False))
print(repr(Color.parse("bright_blue")), Color.parse("#FF00aa").downgrade(1), Color.default())
for wrong in ("bolt", "on", "not x", "rgb(1,2)", "color(300)", "link"):
    try:
        Style.parse(wrong)
    except Exception as error:
        print(type(error).__name__, error)


async def work(progress, task, pause):
    for _ in range(4):
        await asyncio.sleep(pause)
        progress.advance(task)


async def main(console):
    with Progress(console=console) as progress:
        async with asyncio.TaskGroup() as group:
            for n in range(2):
                group.create_task(work(progress, progress.add_task(f"task {n}", total=4), 0.2 * (n + 1)))
        progress.console.print("all done")
        print("below the bars")
    with console.status("waiting [b]long[/b]"):
        await asyncio.sleep(0.5)
        console.print("meanwhile")
    with Live(console=console, refresh_per_second=2, transient=True) as live:
        for n in range(3):
            await asyncio.sleep(0.4)
            live.update(Panel(str(n), width=8))


def shown(file):
    for part in file.getvalue().split("\r"):
        print(repr(part))


for terminal in (False, True):
    file = io.StringIO()
    asyncio.run(main(Console(force_terminal=terminal, file=file)))
    shown(file)
file = io.StringIO()
for n in track(range(3), console=Console(force_terminal=True, file=file), auto_refresh=False):
    pass
shown(file)
