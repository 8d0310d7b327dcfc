# compile() gives each SyntaxError its beginning and its end, and its warnings go through the warnings module.
import traceback
import warnings

WRONG = [
    "with (a as f()): pass",
    "with (a as b, c as): pass",
    "match x:\n    case 1 as 2: pass",
    "match x:\n    case {a: 1}: pass",
    "match x:\n    case A(x=1, x=2): pass",
    "match x:\n    case f'a': pass",
    "x, 1 = 2",
    "x.y := 1",
    "[*]",
    "f(b=c d)",
    "f(b=x y)",
    "x = 'it\\'s",
    "x = f'{x",
    "import",
    "x = {1: *a b}",
    "class A[*T: int]: pass",
    "def f():\nreturn 1",
    "def f():",
    "  x = 1",
    "if x:\n\ty\n        z",
    "x = 1，2",
    "def __debug__(): pass",
    "from a import __debug__",
    "def f(*__debug__): pass",
    "type __debug__ = int",
    "def f():\n    from __future__ import annotations",
    "def f():\n    try: pass\n    except* A: return 1",
    "@x",
]
for source in WRONG:
    try:
        compile(source, "<wrong>", "exec")
    except SyntaxError as error:
        print("".join(traceback.format_exception_only(error)), end="")
        print(error.lineno, error.offset, error.end_lineno, error.end_offset)

for source in ["x = '\\d'", "x = 1if y else 2", "x is 1", "assert (x, 1)", "0x1for x in y"]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "<odd>", "exec")
        except SyntaxError as error:
            print(error)
    print([(w.category.__name__, w.filename, w.lineno, str(w.message)) for w in caught])
