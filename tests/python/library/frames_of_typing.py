"""Subscripts that typing refuses have the frames of typing.py."""
import traceback
from typing import *
def t(f):
    try: print(repr(f()))
    except BaseException: traceback.print_exc()
t(lambda: List[1, 2]); t(lambda: Dict[int]); t(lambda: Callable[int]); t(lambda: List()); t(lambda: get_type_hints(5)); t(lambda: Literal[()]); t(lambda: TypeVar)
