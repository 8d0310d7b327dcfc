"""An error does not hide what was odd in the literals that the parser had taken before it."""
import warnings

SOURCES = [
    'x = "\\z" = 1', 'f("\\z"', 'f("\\z", x', 'x = = "\\z"', 'x "\\z"', 'x = "\\z" 1', 'f("\\z" a)', 'f(a "\\z")',
    'print "\\z"', 'print "\\z" 1', '"\\z"\nx = = 1', 'x = = 1\n"\\z"', '"\\z" "abc', 'f"\\z{x}" = 1',
    'x = f"\\z{a b}"', 'x = (f"\\z", 1 2)', '["\\z" for x in]', '{"\\z": 1, 2}', 'if "\\z"\n  pass', 'if "\\z":\nx',
    'def f():\n  "\\z"\n  return 1\n   x', "1if 2 = 3", '"\\z"; break', 'x = ["\\z"\ny = 1', 'x = "\\z"]',
    'x = "\\z" \\ 1', '\tx\n        "\\z"\n', 'if x:\n    "\\z"; y\n  y',
]
for source in SOURCES:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "text", "exec")
        except SyntaxError as error:
            print(repr(source), error, [(str(one.message), one.lineno) for one in caught])
