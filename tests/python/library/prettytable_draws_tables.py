# recorded by hand: CPython with prettytable 3.18.0
"""Tables are drawn in all styles, sorted, cut and widened, and say what they refuse."""
import prettytable, io, sqlite3
from prettytable import PrettyTable, TableStyle, HRuleStyle, VRuleStyle, from_csv, from_db_cursor
globals().update(TableStyle.__members__); FRAME, ALL, NONE, HEADER = HRuleStyle
def t(fn):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
T = PrettyTable(["City", "Area", "Population", "Rain"])
T.add_rows([["Adelaide", 1295, 1158259, 600.5], ["Brisbane", 5905, 1857594, 1146.4], ["Darwin", 112, 120900, 1714.7], ["Ho bart\nTas", 1357, None, 619.5]])
print(T); T.align["City"] = "l"; T.align["Rain"] = "r"; T.float_format = ".3"; print(T)
print(T.get_string(sortby="Area", reversesort=True, fields=["City", "Area"], start=1, end=3)); print(T.get_string(title="Towns of Australia and more and more and much much more text here"))
for s in (MSWORD_FRIENDLY, PLAIN_COLUMNS, MARKDOWN, ORGMODE, DOUBLE_BORDER, SINGLE_BORDER, DEFAULT): T.set_style(s); print(T); print(T.get_string(title="T"))
for kw in (dict(border=False), dict(header=False), dict(hrules=ALL), dict(hrules=NONE), dict(vrules=VRuleStyle.FRAME), dict(vrules=VRuleStyle.NONE), dict(padding_width=3), dict(header_style="upper"), dict(border=False, preserve_internal_border=True), dict(max_table_width=30), dict(min_table_width=90), dict(hrules=HEADER)):
    U = PrettyTable(["a b", "c"], **kw); U.add_row(["long words here and-hyphens", 1]); U.add_row([True, 2.5], divider=True); U.add_row(["x\ty", "y\nz"]); print(kw); print(U)
U = PrettyTable(); U.add_column("n", [1, 2, 3]); U.add_column("s", ["a", "bb", "ccc"], align="r"); print(U); U.max_width = 2; U.add_autoindex(); print(U); U.del_column("s"); U.del_row(0); print(U, U.rowcount, U.colcount)
V = PrettyTable(); V.add_row([1, 2]); print(V); print(V.field_names, V.rows); print(PrettyTable(["x"])); print(PrettyTable()); 
V = PrettyTable(["日本", "k"]); V.add_row(["文字列", "é"]); print(V); print(repr(T.get_csv_string())); print(T.get_json_string()); print(T[1:3]); print(T[0])
V.custom_format["k"] = lambda f, v: f"<{v}>"; V.none_format["日本"] = "-"; V.add_row([None, 1]); V.valign = "m"; print(V)
t(lambda: T.add_row([1])); t(lambda: PrettyTable(["a", "a"])); t(lambda: setattr(T, "align", "q")); t(lambda: T.get_string(sortby="zz")); t(lambda: T.del_row(9)); t(lambda: T.del_column("q")); t(lambda: T.add_column("z", [1])); t(lambda: setattr(T, "border", 5)); t(lambda: setattr(T, "padding_width", -1)); t(lambda: setattr(T, "field_names", ["a"])); t(lambda: T.set_style(99)); t(lambda: setattr(T, "junction_char", "ab")); t(lambda: T.nope)
print(from_csv(io.StringIO("a, b\n1, 2\n3, 4\n"))); c = sqlite3.connect(":memory:").cursor(); c.execute("select 1 as one, 'x' as two"); print(from_db_cursor(c)); print(T.get_formatted_string("csv")[:20]); T.clear_rows(); print(T)
W = PrettyTable(["l", "c", "r"]); W.align = "l"; W.align["r"] = "r"; W.align["c"] = "c"; [W.add_row([i * "x"] * 3) for i in range(5)]; print(W); W.sortby = "l"; W.reversesort = True; print(W); print(W.paginate(2, line_break="\n--\n"))
print(PrettyTable.__module__)
for text in ("\x1b[31mred\x1b[0m", "👨\u200d👩\u200d👧", "✔\ufe0f", "⚠\ufe0f", "🇩🇪", "🇩", "👍🏽", "e\u0301", "한국", "\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\"):
    W = PrettyTable(["x"]); W.add_row([text]); W.add_row(["long text"]); print(W)
for width in (1, 2, 3, 4, 5, 8):
    W = PrettyTable(["x"], max_width=width)
    for text in ("東京", "a東京タワー b", "\x1b[31mred fox jumps\x1b[0m high", "👨\u200d👩\u200d👧👨\u200d👩\u200d👧", "日本 語の文-字化 a-long-word", "a  b   c abcdefghijkl", "  x yy", "a\x1b[1mbcdef\x1b[0mgh"):
        W.add_row([text], divider=True)
    print(W); print(W.get_string(break_on_hyphens=False))
