# recorded by hand: needs typing_extensions
# typing_extensions.get_annotations with its formats, and what it shows a value as.
import typing_extensions
from typing import List

from typing_extensions import Format, get_annotations, type_repr


def function(a: int, b: 'str', c: List[int] = None, d: ... = 1) -> None:
    pass


class Linked:
    next: 'Linked'
    value: int


for form in Format:
    try:
        print(repr(form), get_annotations(function, format=form))
    except ValueError as error:
        print(error)
print(get_annotations(Linked), get_annotations(Linked, eval_str=True), get_annotations(Linked, format=Format.STRING))
for given in dict(eval_str=True, format=4), dict(format=9):
    try:
        get_annotations(function, **given)
    except ValueError as error:
        print(error)
print(type_repr(int), type_repr(print), type_repr(function), type_repr(...), type_repr(List[int]), type_repr(5))
print(Format is typing_extensions.Format, 'Format' in typing_extensions.__all__)
