"""What `:=` in a comprehension binds in a module is a global, whatever the namespace, and may be declared so later."""
[(n := i) for i in range(3)]
global n
print(n)

for source in [
    "[(m := i) for i in range(3)]",
    "print(list((m := i) for i in range(3)), m)",
    "m = 5\n[(m := i) for i in range(3)]\nprint(m)\ndef f(): return m\nprint(f())",
    "[[(m := i + k) for i in range(3)] for k in range(2)]\nglobal m",
    "(m := 1)",
]:
    names, own = {}, {}
    exec(source, names, own)
    print("m" in names, "m" in own)
