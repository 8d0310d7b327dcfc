# A flag whose value is None cannot be combined or inverted, which the methods of Flag themselves say.
import enum
import traceback


class Shade(enum.Flag):
    DARK = 1
    NONE = None


for call in (lambda: Shade.DARK | Shade.NONE, lambda: Shade.NONE & Shade.DARK, lambda: Shade.DARK ^ Shade.NONE,
             lambda: ~Shade.NONE, lambda: Shade.DARK | 1):
    try:
        print(call())
    except TypeError as error:
        print(error, [(frame.lineno, frame.name, frame.line) for frame in traceback.extract_tb(error.__traceback__)[2:]])
