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
