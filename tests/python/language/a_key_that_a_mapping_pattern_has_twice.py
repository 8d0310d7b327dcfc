"""Literals are compared when the program is compiled, by what they are equal to; names when the pattern is tried."""
for keys in ("1: _, True: _", "1: _, 1.0: _", "0: _, 0j: _", '"a": _, "a": _', "b'a': _, 'a': _", "1: _, '1': _", "None: _, None: _"):
    try:
        compile("match x:\n    case {%s}: pass\n" % keys, "x", "exec")
        print(keys, "is fine")
    except SyntaxError as e:
        print(keys, "|", e)


class Key:
    a = "a"
    b = "b"


match {"a": 0, "b": 1}:
    case {Key.a: first, Key.b: second}:
        print(first, second)
match {"a": 0, "b": 1}:
    case {Key.a: first, "a": second}:
        print("not reached")


# Numbers are compared as such, complex ones included, and shown as their repr.
for keys in ('1 + 1j', '1 + 1j'), ('0', '-0'), ('1.0', '1'), ('1-0j', '1'), ('0x10', '16'), ('1e3', '1000.0'), \
        ('2j', '-2j'), ('-2j', '-2j'), ('1+1j', '1-1j'), ('-1.5 - 2j', '-1.5 - 2j'), ('0j', '0'), ("'1'", '1'):
    source = 'match {1: 2, -2j: 3}:\n case {%s: x, %s: y}: print(x, y)\n case _: print("none")' % keys
    try:
        exec(source)
    except SyntaxError as e:
        print(keys, e)
match {-2j: 'found'}:
    case {-2j: x}:
        print(x)
