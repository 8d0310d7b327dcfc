"""A class's docstring that opens with the class's name, parameters and a line of dashes tells its signature, as those of C do."""
import inspect

SIZE = 16


class Reader:
    """Reader(raw, size=SIZE)
--

Reads.
"""


class Own(Reader):
    """Reads otherwise."""


class Other:
    """Reader(raw)
--

Not its name.
"""


class Made:
    """Made(text)
--

It has a constructor.
"""

    def __init__(self, given=1):
        pass


for cls in Reader, Own, Other, Made:
    print(cls.__text_signature__, inspect.signature(cls))
