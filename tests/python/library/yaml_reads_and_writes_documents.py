# recorded by hand: CPython with PyYAML 6.0.4
"""Documents are read and written as PyYAML does it, with its words for what is wrong."""
import yaml, datetime, io, collections
def t(fn,*a,**k):
    try: print(repr(fn(*a,**k)))
    except Exception as e: print(type(e).__name__, type(e).__mro__[1].__name__, str(e))
docs = ["a: 1\nb: [1, 2.5, true, null, ~, yes, 'no', \"x\\ty\\u00e9\"]\nc: {x: y, z: {q: 1}, e: }\n", "- a\n- - b\n  - c\n-\n  d: 1\n  e:\n  - 1\n  - 2\n- {a}\n- [a: 1, b]\n", "k: |\n  line1\n   line2\n\n  line3\nf: >\n  folded\n  text\n\n  para\ns: |-\n  strip\np: |+\n  keep\n\nz: 1\n",
"a: &x {k: 1}\nb: *x\nc:\n  <<: *x\n  m: 2\n", "? complex\n: v\n? [1, 2]\n: w\n", "x: 2020-01-02\ny: 2020-01-02 03:04:05.5\nz: 2020-01-02T03:04:05Z\nw: 2020-01-02 03:04:05 +01:30\n", "a: 0x1F\nb: 0o17\nc: 017\nd: 0b11\ne: 1_000\nf: 1e3\ng: 1.5e+3\nh: .inf\ni: -.INF\nj: .nan\nk: 1:30\nl: +12\nm: 1.\nn: -0.0\n", "# only comment\n", "", "---\n", "--- a\n...\n", "text that\n  goes on\n\n  more\n", "'it''s\n  folded'", '"a \\\n   b"', "a: b: c", "a: [1, 2", "a: {b: 1", "a:\n\t- b", "a: 'x", "key\nother: 1", "- a\nb: 1", "a: 1\n b: 2", "a: *no", "a: !foo 1", "a: @x", "a: `x", "a: %x", "%", "a: 1\na: 2", "[1,2]: x", "{[1]: 2}", "!!set {a, b}", "!!omap [a: 1, b: 2]", "!!binary aGVsbG8=", "!!str 5", "!!int '7'", "!!float 3", "!!python/tuple [1]", "a: 1\n---\nb: 2", "a: - b", "- - - x", "a:\n- 1\n- 2\nb: 3", "a: \"\\q\"", "a: b #comment\nc: d#not", "http://x.y:80/z", "a: http://x", "{a: 1, b}", "[,]", "{,}", "a: |x\n y", "a: [b]c", "x: 'a' b", "&a [*a]", "<<: 1", "? a\n? b\n", ": x", "a:b", "a: >-\n  x\n  y\n\n    ind\n  z\n", "\ufeffa: 1", "a: \x01", "on: off", "- !!bool yes", "a: [1,\n 2,\n]\nb: {\n c: d,\n}", "'a': 1\n\"b\": 2", "- a: 1\n  b: 2\n- c", "yes", "0", "=", "a:    \n  b", "a: ''\nb: \"\"", "- 'x'\n- \"y\"\n-z", "a: {b: c}: d"]
for d in docs: print(repr(d)); t(yaml.safe_load, d)
t(lambda: list(yaml.safe_load_all("a: 1\n---\n- 2\n...\n---\nx\n---\n"))); t(yaml.full_load, "!!python/tuple [1, [2]]"); t(yaml.load, "a: 1", Loader=yaml.BaseLoader); t(yaml.load, "a: 1"); t(yaml.safe_load, b"a: \xc3\xa9"); t(yaml.safe_load, io.StringIO("a: b: c")); t(yaml.safe_load, 5)
vals = [{"b": 1, "a": [1, 2, {"x": None}], "c": {}, "d": [], "e": "text", "f": 1.5, "g": True}, [[1, [2]], [], [{"a": 1, "b": [2]}]], "plain", "true", "1", "1.0", "", " lead", "trail ", "a: b", "a #b", "a:b", "- x", "-x", "?", "multi\nline", "multi\nline\n", "\n", "tab\there", "é ü 日本", "😀", "it's", 'dq "x"', "null", "~", "yes", "2020-01-01", "0x1", "=", "<<", "[x", "{x", "x]", "x,y", "%x", "@x", "`x", "!x", "&x", "*x", "|", ">", "long " * 40, "x" * 200, "\x00\x07\x1b\\", "a\n\nb\n\n c", None, 1, -1.0, 1e20, 1e-7, float("inf"), float("-inf"), float("nan"), True, b"bytes\x00", (1, 2), {1, 2}, datetime.date(2020, 1, 2), datetime.datetime(2020, 1, 2, 3, 4, 5, 600), datetime.datetime(2020,1,2,tzinfo=datetime.timezone.utc), {1: "a", None: 2, True: 3, 2.5: 4}, {("a", 1): 2}, {"k" * 130: 1, "multi\nkey": 2, "": 3}, [["a", "b"], {"x": [1]}], {"a": {"b": {"c": [1, {"d": 2}]}}}, "---", "...", "--- x", "#c", "a'b\"c", "line one is long " * 8 + "\nsecond " * 12, "'", '"', "a: ", ":a", "x:", "\u2028", "\x85", "\ud800", {"z": "multi\nline\ntext\n", "y": "  x"}, "0", "012", "1_0", "1:30", ".", "..", "-", "--", "e1", "1e3", "on", "N", "y"]
for v in vals: print(repr(v)); t(yaml.safe_dump, v); t(yaml.dump, v)
for k in ({"default_flow_style": True}, {"default_flow_style": None}, {"sort_keys": False}, {"indent": 4}, {"width": 20}, {"allow_unicode": True}, {"explicit_start": True, "explicit_end": True}, {"default_style": '"'}, {"default_style": "'"}, {"default_style": "|"}, {"encoding": "utf-8"}):
    for v in ({"b": [1, "é x", {"c": "d e f g h i j k l m n"}], "a": {"x": "1"}, "l": "w " * 30}, ["aaaaaaaaaa " * 3] * 3, "s", {"q": [[1, 2], [3]], "t": "a\nb\n"}): t(yaml.dump, v, **k)
l = [1]; t(yaml.dump, {"a": l, "b": l, "c": [l]}); l.append(l); t(yaml.dump, l); d = {}; d["self"] = d; t(yaml.safe_dump, d)
t(yaml.safe_dump_all, [1, {"a": 2}, [3]]); t(yaml.dump_all, ["a", "b"], explicit_start=True)
class K:
    def __init__(self): self.x = 1; self.y = [2]
t(yaml.dump, K()); t(yaml.safe_dump, K()) if 0 else None; t(yaml.dump, [K(), {"k": K()}]); print(yaml.unsafe_load("!!python/object:__main__.K {x: 5}").x)
try: yaml.safe_dump(K())
except yaml.YAMLError as e: print(type(e), e.args[0])
def con(loader, node): return ("pt", loader.construct_mapping(node)) if isinstance(node, yaml.MappingNode) else ("sc", loader.construct_scalar(node))
yaml.add_constructor("!pt", con); yaml.SafeLoader.add_constructor("!pt", con); yaml.add_constructor("!env", lambda l, n: l.construct_sequence(n), Loader=yaml.SafeLoader)
t(yaml.safe_load, "a: !pt {x: 1}\nb: !pt foo\nc: !env [1, 2]"); yaml.add_representer(K, lambda dumper, k: dumper.represent_mapping("!K", {"x": k.x})); t(yaml.dump, {"k": K()})
def strrep(dumper, s): return dumper.represent_scalar("tag:yaml.org,2002:str", s, style="|" if "\n" in s else None)
class MyD(yaml.SafeDumper): pass
MyD.add_representer(str, strrep); t(yaml.dump, {"a": "x\ny\n", "b": ["p\nq", "r\n\n"], "c": "z"}, Dumper=MyD, sort_keys=False); t(yaml.safe_dump, {"a": "x\ny\n"})
class Mon(yaml.YAMLObject):
    yaml_tag = "!Mon"
    def __init__(self, n): self.n = n
    def __repr__(self): return f"Mon({self.n})"
t(yaml.full_load, "!Mon {n: 3}"); t(yaml.dump, [Mon(1)]); t(yaml.compose, "a: [1]")
f = io.StringIO(); yaml.dump({"a": 1}, f); print(repr(f.getvalue())); t(yaml.safe_dump, collections.OrderedDict(a=1)); t(yaml.safe_dump, {"n": 10**20, "t": (1, (2,))}); t(yaml.dump, {"t": (1, (2,))})
try: yaml.safe_load("a: [1,\nb: 2")
except yaml.MarkedYAMLError as e: print(e.problem, e.problem_mark.line, e.problem_mark.column, e.context)
