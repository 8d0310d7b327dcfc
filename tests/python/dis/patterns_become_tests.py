# What match becomes: copies of the subject, tests, unpacking, and names stored once the whole pattern fits.
import dis


def kind(value):
    match value:
        case 0 | -1 | 1.5j:
            return "number"
        case None | True:
            return "single"
        case [x, y] | (y, x, _) if x > y:
            return x
        case [first, *_, last]:
            return first, last
        case {"key": [a, *rest], 3: Point(x=0, y=b), **others}:
            return a, b, rest, others
        case str(text) | Point(text, _) as whole:
            return whole, text
        case {}:
            pass
        case _:
            return value


dis.dis(kind)
