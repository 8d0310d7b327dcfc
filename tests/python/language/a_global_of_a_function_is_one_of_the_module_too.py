"""`global x` in a function: then `x` of the module's body is a global, also where `exec` has other locals."""
SOURCE = """
def f():
    y = 1
    def g():
        global y
        return y
    def h():
        return y + 1
    return g, h
y = 9
z = 10
g, h = f()
result = g(), h()
"""
names, variables = {}, {}
exec(SOURCE, names, variables)
print(variables["result"], names["y"], "y" in variables, "z" in variables)


def inside():
    exec("count = 0\ndef add():\n    global count\n    count += 1\nadd(); add()\nprint(count)")


inside()
x = "global"


def outer():
    x = "nonlocal"

    class C:
        global x
        type Alias = x

        def method[T: x](self, arg: x):
            pass

    print(C.Alias.__value__, C.method.__annotations__, C.method.__type_params__[0].__bound__)


outer()
for source in ("def f[T]():\n    def g():\n        nonlocal T\n", "class A:\n    def f[T](self):\n        nonlocal T\n"):
    try:
        compile(source, "x", "exec")
    except SyntaxError as e:
        print(e, e.offset)
