# A precision beyond C's int is a ValueError in `format` of a number, of a complex of any kind, and in `%`.
def told(what, *args):
    try:
        text = what(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return text if len(text) < 40 else len(text)


class Float(float):
    pass


class Complex(complex):
    pass


class Text(str):
    pass


for value in 1.5, Float(1.5), 1j, Complex(1 + 1j), 3, "ab", Text("ab"), True:
    for precision in 100, 2**31, 10**10, 2**63 - 1, 2**63:
        print(type(value).__name__, precision, *[told(format, value, f".{precision}{kind}") for kind in ("", *"fgen%sd")])
print(told(format, 1j, f"0.{2**31}"), told(format, 1j, f"=30.{2**31}"), told(format, 1j, f"5.{2**31}d"))
for kind in "dfgsrx":
    for precision in 2**31, 10**30:
        value = "ab" if kind in "sr" else 3
        print(kind, told(f"%.{precision}{kind}".__mod__, value), told(("%.*" + kind).__mod__, (precision, value)))
        print(told(f"%.{precision}{kind}".encode().__mod__, value), told(f"%(x).{precision}{kind}".encode().__mod__, 5))
