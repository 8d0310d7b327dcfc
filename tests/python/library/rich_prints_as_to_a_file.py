# recorded by hand: CPython with rich 15.0.0
"""Where there is no terminal rich prints plain text: wrapped, set in tables, panels, columns and trees, containers over lines."""
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass, field

from rich import box, print as rprint
from rich.align import Align
from rich.columns import Columns
from rich.console import Console, Group
from rich.padding import Padding
from rich.panel import Panel
from rich.pretty import Pretty, pprint, pretty_repr
from rich.rule import Rule
from rich.table import Column, Table
from rich.text import Text
from rich.tree import Tree

c = Console()
c.print("Hello [bold red]World[/bold red]! :rocket: :thumbs_up: :nothing: 12:30:45 [link=http://x.y]there[/link] [not_a_style]left[/]")
c.print("lorem ipsum dolor sit amet " * 5)
c.print("lorem ipsum dolor sit amet " * 5, justify="full", width=40)
c.print("lorem ipsum dolor sit amet " * 4, justify="right")
c.print("x" * 100, overflow="ellipsis", no_wrap=True)
c.print("x" * 100)
c.print("表情 wide 文字 " * 8)
c.print("a\tb\tcc", "d", sep="|", end="!\n")
c.rule()
c.rule("Title")
c.rule("left", align="left", characters="=*")
c.out("[raw] text", 3)

table = Table(title="Films", caption="of late")
table.add_column("Released", justify="right", style="cyan", no_wrap=True)
table.add_column("Title")
table.add_column("Takings", justify="right")
table.add_row("Dec 20, 2019", "The [b]Rise[/b] of Skywalker", "$952,110,690")
table.add_row("May 25, 2018", "Solo: " + "a long story " * 5, "$393,151,347", end_section=True)
table.add_row("none")
c.print(table)
for name in ("ASCII", "MINIMAL_DOUBLE_HEAD", "SIMPLE", "ROUNDED", "MARKDOWN"):
    table = Table("A", Column("B", footer="foot"), "C", box=getattr(box, name), show_footer=True, show_lines=name > "R")
    table.add_row("1", "22\n2", "x" * 10)
    table.add_row("3", Text("four"), "5", "new")
    c.print(table)
grid = Table.grid("a", "b", expand=True)
grid.add_row("left", Align.right("right"))
c.print(grid)

c.print(Panel("Hello"), Panel.fit("fits", title="T", subtitle="S"))
c.print(Panel(Group("a", Rule("in"), Padding("b", (1, 4))), width=30, title="left", title_align="left", box=box.DOUBLE))
c.print(Columns([f"item {n}" * (n % 3 + 1) for n in range(12)]), Columns("abcdefg", equal=True, expand=True, column_first=True))
tree = Tree("root")
tree.add("one").add("two\nlines").add(Panel.fit("deep"))
tree.add("last")
c.print(tree)


@dataclass
class Point:
    x: int
    y: list = field(default_factory=list)
    hidden: int = field(default=3, repr=False)


class Told:
    def __rich_repr__(self):
        yield "first"
        yield "name", "value"
        yield "same", 1, 1


Pair = namedtuple("Pair", "left right")
for value in ({"key" + str(n): list(range(n)) for n in range(9)}, Point(1, list("abcdefghijklmnopqrs" * 2)), Pair(1, "x"), Told(),
              deque([1], 3), Counter("aab"), defaultdict(list, a=[1]), OrderedDict(a=1), (1,), set(), frozenset([2]), b"bytes"):
    c.print(value)
itself = [1]
itself.append(itself)
rprint(itself, {"a": itself})
print(pretty_repr(list(range(50)), max_width=30, max_length=3), pretty_repr({"a": {"b": {"c": 1}}}, max_depth=2))
pprint({"text": "long " * 30, "more": [{"x": n} for n in range(12)]}, expand_all=False, max_string=20)
c.print(Pretty([1, [2, [3]]], expand_all=True, indent_guides=True))
c.print_json('{"a": [1, 2.5, true, null], "b": {}}')
with c.capture() as capture:
    c.print("[b]kept[/b]", 1)
print(repr(capture.get()), repr(c), c.size)
text = Text("some text", style="red")
text.stylize("bold", 0, 4)
text.append(" more", "italic")
print(repr(text), text.markup, repr(Text.from_markup("[b]x[/b] [i on blue]y")), [str(line) for line in text.wrap(c, 6)])
for wrong in ("[/x]", "[b]a[/red]", "[/]"):
    try:
        c.print(wrong)
    except Exception as error:
        print(type(error).__name__, error)
try:
    c.print("x", style="no such style")
except Exception as error:
    print(type(error).__name__, error)
try:
    Table().add_row(3)
except Exception as error:
    print(type(error).__name__, error)
