"""SyntaxWarnings: what CPython finds odd and compiles all the same."""
x = 5
if x is 5: pass
if x is not "a": pass
if (1, 2) is x: pass
p = "\d+\."
q = b"\d"
f = f"\d{x}\w"
r = r"\d"
assert (x, "msg")
def f():
    "doc \q"
    return 1(2), "a"(1), [1](2), (1, 2)(3), {}(1), (lambda: 1)(), None(1)
def g():
    return 1[0], "a"["b"], [1]["a"], (1,)["q"], None[1], {1}[0], [1][1.5], (x for x in y)[0]
y = '''multi
\z line'''
z = "\400"
