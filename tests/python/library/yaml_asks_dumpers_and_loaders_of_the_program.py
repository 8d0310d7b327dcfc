# recorded by hand: CPython with PyYAML 6.0.4, without libyaml
"""Dumpers and loaders of the program are asked wherever PyYAML asks them."""
import collections, enum, io, re
import yaml
def t(fn, *a, **k):
    try: r = fn(*a, **k); print(r if isinstance(r, str) else repr(r))
    except yaml.YAMLError as e: print(type(e).__name__, e)
    except Exception as e: print(type(e).__name__, e)
class Str(str): pass
class Color(enum.Enum): RED = 1
class Level(enum.IntEnum): LOW = 3
class Plain:
    def __init__(self, x=1): self.x = x
    def __repr__(self): return f"Plain({vars(self)})"
# Hooks of dumpers.
class Indented(yaml.Dumper):
    def increase_indent(self, flow=False, indentless=False): return super().increase_indent(flow, False)
class Spaced(yaml.SafeDumper):
    def write_line_break(self, data=None):
        super().write_line_break(data)
        if len(self.indents) == 1: super().write_line_break()
class NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data): return True
class Seen(yaml.SafeDumper):
    def represent_data(self, data):
        if isinstance(data, Str): data = str(data)
        return super().represent_data(data)
    def represent_mapping(self, tag, mapping, flow_style=None): return super().represent_mapping(tag, mapping, flow_style=True)
class Anchors(yaml.Dumper):
    def generate_anchor(self, node): return "n%d_%s" % (len(node.value), node.id)
class Resolving(yaml.SafeDumper):
    def resolve(self, kind, value, implicit): return "tag:yaml.org,2002:str" if kind is yaml.ScalarNode and value == "on" else super().resolve(kind, value, implicit)
shared = [1, 2]
data = {"list": [{"a": 1, "b": [1, 2]}, "x"], "map": {"k": {"l": ["m"]}}, "text": "a\nb", "s1": shared, "s2": shared, "on": "on", "t": [[1, [2]], []]}
for D in (Indented, Spaced, NoAliases, Anchors, Resolving): print(D.__name__); t(yaml.dump, data, Dumper=D); t(yaml.dump, [data, "x"], Dumper=D, sort_keys=False, indent=4, explicit_start=True)
def block(dumper, s): return dumper.represent_scalar("tag:yaml.org,2002:str", s, style="|" if "\n" in s else None)
Spaced.add_representer(str, block); t(yaml.dump, {"a": "x\ny", "b": "x\n", "c": ["p\nq"], "d": 1}, Dumper=Spaced)
t(yaml.dump, {"a": Str("v"), "b": [{"c": 1}]}, Dumper=Seen)
for k in ({"canonical": True}, {"version": (1, 1)}, {"version": (2, 0)}, {"tags": {"!e!": "tag:e,2000:"}}, {"tags": {"!": "!x-"}}, {"tags": {"bad": "x"}}, {"canonical": True, "version": (1, 2), "explicit_end": True}):
    print(k); t(yaml.dump, data, **k); t(yaml.dump_all, ["a", [], Plain(), {}], **k)
t(yaml.serialize, yaml.ScalarNode("tag:e,2000:x", "v"), tags={"!e!": "tag:e,2000:"}); t(yaml.serialize, yaml.ScalarNode("!é x", "v")); t(yaml.serialize_all, list(yaml.compose_all("a: !t 1\n--- [x, 'y']")))
for n in range(119, 130): t(lambda: yaml.dump({"k" * n: 1})[:3])
t(yaml.dump, {Str("k"): 1, (): 2, frozenset(): 3})
f = io.StringIO(); d = yaml.SafeDumper(f); d.open(); d.represent([1]); d.represent("x"); d.close(); print(repr(f.getvalue())); t(d.represent, 1); t(yaml.Dumper(f).represent, 1)
f = io.BytesIO(); yaml.dump({"a": "é"}, f, encoding="utf-8", allow_unicode=True); print(f.getvalue()); f = io.StringIO(); yaml.dump({"a": "é"}, f, encoding="utf-8"); print(repr(f.getvalue()))
# Hooks of loaders.
class Lines(yaml.SafeLoader):
    def compose_node(self, parent, index):
        node = super().compose_node(parent, index); node.said = type(parent).__name__, getattr(index, "value", index); return node
    def construct_mapping(self, node, deep=False):
        made = super().construct_mapping(node, deep=deep); made["__at__"] = node.start_mark.line + 1, node.said; return made
t(yaml.load, "a: {b: 1}\nc:\n- d: [x, {y: }]\n- [e: f, g]\n? h\n", Loader=Lines)
class Words(yaml.SafeLoader):
    def resolve(self, kind, value, implicit): return self.DEFAULT_SCALAR_TAG if kind is yaml.ScalarNode and value in ("on", "yes", "") else super().resolve(kind, value, implicit)
t(yaml.load, "a: on\nyes: no\nb:\nc: [on, true, 'on', ! 5, ! '5']", Loader=Words)
class Unique(yaml.SafeLoader):
    def construct_mapping(self, node, deep=False):
        seen = set()
        for key, _ in node.value:
            key = self.construct_object(key, deep=deep)
            if key in seen: raise yaml.constructor.ConstructorError("while constructing", node.start_mark, f"found duplicate key {key!r}", node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)
t(yaml.load, "a: {b: 1, c: 2}\nd: {e: 1, e: 2}", Loader=Unique)
class NoDates(yaml.SafeLoader): pass
NoDates.yaml_implicit_resolvers = {k: [r for r in v if r[0] != "tag:yaml.org,2002:timestamp"] for k, v in NoDates.yaml_implicit_resolvers.items()}
t(yaml.load, "a: 2020-01-02\nb: 5", Loader=NoDates); t(yaml.safe_load, "2020-01-02"); print({k: [(x, bool(y.match("1"))) for x, y in v] for k, v in sorted(yaml.SafeLoader.yaml_implicit_resolvers.items())})
class Made(yaml.SafeLoader): pass
order = []
def made(loader, node):
    p = Plain(0); order.append(("begin", node.start_mark.line)); yield p; p.x = loader.construct_mapping(node); order.append(("end", node.start_mark.line))
def eager(loader, node): v = loader.construct_mapping(node); return {k: list(x) if isinstance(x, list) else x for k, x in v.items()}
def deep(loader, node): v = loader.construct_mapping(node, deep=True); return {k: list(x) if isinstance(x, list) else x for k, x in v.items()}
def ordered(loader, node): loader.flatten_mapping(node); return collections.OrderedDict(loader.construct_pairs(node))
for name, con in (("!p", made), ("!e", eager), ("!d", deep), ("!o", ordered)): Made.add_constructor(name, con)
t(yaml.load, "- &s !p\n  me: *s\n  in: !p {y: [1]}\n- !e {a: [1], b: 2}\n- !d {a: [1, [2]], b: 2}\n- !o {<<: {z: 1}, a: 2}\n- !d {p: !p {q: 1}}\n", Loader=Made) if 0 else None
r = yaml.load("- &s !p\n  me: *s\n  in: !p {y: [1]}\n- !e {a: [1], b: 2}\n- !d {a: [1, [2]], b: 2}\n- !o {<<: {z: 1}, a: 2}\n- !d {p: !p {q: 1}}\n", Loader=Made)
print(r[0].x["me"] is r[0], r[0].x["in"], r[1:], order)
t(yaml.load, "!e &x {a: *x}", Loader=Made); t(yaml.safe_load, "? &k [*k]\n: 1"); t(yaml.safe_load, "? {a: 1}\n: 1"); t(yaml.full_load, "? !!python/tuple [1, [2]]\n: 1")
for d in ("!!omap {a: 1}", "!!omap [1]", "!!omap [{a: 1, b: 2}]", "!!pairs [a: 1, a: 2]", "!!pairs 5", "!!set [a]", "!!map 5", "!!seq {a: 1}", "!!str [a]", "!!str {=: v}", "! 5", "! '5'", "! [1]", "! {a: 1}", "!", "!!int", "!!null x", "&a !!str", "!<!x> 1", "a: <<\n<<: {b: 1}\n", "<<: [{a: 1}, {a: 2, b: 3}]\nb: 4", "&", "!!python/tuple [&a [*a]]"): t(yaml.safe_load, d)
Made.add_multi_constructor("!m", lambda l, s, n: (s, l.construct_scalar(n))); t(yaml.load, "[!mx 1, !m/y 2]", Loader=Made)
class Including(yaml.SafeLoader):
    def __init__(self, stream): self.root = getattr(stream, "name", "?"); super().__init__(stream); print(self.name, self.root)
t(yaml.load, "a: 1", Loader=Including); t(yaml.load, io.StringIO("a: 1"), Loader=Including); t(yaml.load, "a: [1, {b: 2}]\nc:", Loader=yaml.BaseLoader)
print(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, yaml.resolver.Resolver.DEFAULT_SCALAR_TAG, yaml.representer.SafeRepresenter.represent_str.__name__, yaml.representer.Representer.__mro__[1].__name__, issubclass(yaml.SafeDumper, yaml.representer.SafeRepresenter), issubclass(yaml.SafeLoader, yaml.constructor.SafeConstructor), issubclass(yaml.Loader, yaml.constructor.Constructor), yaml.SafeLoader.DEFAULT_SEQUENCE_TAG, issubclass(yaml.Dumper, yaml.SafeDumper), issubclass(yaml.FullLoader, yaml.SafeLoader))
yaml.add_representer(collections.OrderedDict, lambda d, v: d.represent_mapping(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, v.items())); t(yaml.dump, collections.OrderedDict(b=1, a={"c": 2}))
yaml.SafeDumper.add_multi_representer(Str, yaml.representer.SafeRepresenter.represent_str); t(yaml.safe_dump, [Str("m")])
yaml.SafeDumper.add_multi_representer(enum.Enum, lambda d, v: d.represent_data(v.value)); t(yaml.safe_dump, [Color.RED]); t(yaml.safe_dump, Level.LOW)
yaml.add_implicit_resolver("!w", re.compile(r"^w\d+$"), ["w"], Loader=yaml.SafeLoader, Dumper=yaml.SafeDumper); yaml.SafeLoader.add_constructor("!w", lambda l, n: ("w", n.value)); t(yaml.safe_load, "[w1, w, 'w2']"); t(yaml.safe_dump, ["w1", "x"])
class Thing(yaml.YAMLObject):
    yaml_tag = "!Thing"; yaml_loader = yaml.SafeLoader; yaml_dumper = yaml.SafeDumper
    def __repr__(self): return f"Thing({vars(self)})"
print(yaml.safe_load("- !Thing {n: [1], m: {k: 2}}\n- x")); th = Thing(); th.n = [1]; t(yaml.safe_dump, [th, th])
class Numbered(yaml.SafeLoader):
    def compose_node(self, parent, index):
        before = self.line; node = super().compose_node(parent, index); print(before, self.line, node.id, node.value if node.id == "scalar" else ""); return node
t(yaml.load, "# c\n\na: 1\nb:\n  c: 2\n\n  d:\n  - x\n  - y: 1\n    z: [1,\n 2]\ne: |\n  t\n  u\nf: &a !!str\n  k\n\n# c\n\n? g\n\n: *a\nh: {i: j,\n k, l: [m: n]}\n\n", Loader=Numbered); t(list, yaml.load_all("---\n\n# c\n- a\n\n- - b\n---\nx:\n\n...\n---\n", Loader=Numbered))
