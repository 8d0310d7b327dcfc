import _string
import string
import traceback

for text in ("a{{b{c!r:>{w}}}", "{", "}", "a{b", "{a[{]}", "{a!", "{a!r", "{a!rx}", "{a!}", "{a:{b}", "{a{b}}", "{}}", "{a[", "{!r:}", "x{a:}y"):
    pieces = []
    try:
        for piece in string.Formatter().parse(text):
            pieces.append(piece)
    except ValueError as error:
        pieces.append(str(error))
    print(repr(text), *pieces)
for refused in (lambda: string.Formatter().parse(5), lambda: string.Formatter().vformat(5, (), {}), lambda: string.Formatter().format("{0}{", 1),
                lambda: _string.formatter_parser(None), lambda: _string.formatter_field_name_split(5)):
    try:
        refused()
    except (TypeError, ValueError):
        traceback.print_exc()
