"""Functions that are C in CPython have words of their own for wrong arguments."""
calls = [
    "round()", "round(ndigits=1)", "sum(1, 2, 3)", "pow(1)", "pow(1, 2, 3, 4)", "enumerate()", "enumerate(1, 2, 3)",
    "round(1, number=2)", "compile()", "eval()", "bytes(1, 2, 3, 4)", "complex(1, 2, 3)", "memoryview()",
    "property(1, 2, 3, 4, 5)", "str(1, 2, 3, 4)", "int.from_bytes()", "(1).to_bytes(1, 2, 3)", "b''.translate()",
    "'a'.find('a', start=1)", "'a'.strip(chars='a')", "[].pop(index=0)", "[1].index(1, start=0)", "b'a'.count(sub=b'a')",
    "{}.get('a', default=1)", "''.join(a=1)", "'a b'.split(max=1)", "'a'.replace('a')", "[].sort(1)", "object.__format__(1, None)",
    "bytes.fromhex(None)",
]
for call in calls:
    try:
        print(call, eval(call))
    except TypeError as e:
        print(f"{call:32}{e}")
from collections import OrderedDict, Counter, deque
for call in ["OrderedDict(a=1).move_to_end()", "OrderedDict.fromkeys()", "OrderedDict().popitem(1, 2)", "deque([1], 2, 3)",
             "Counter().most_common(1, 2)", "OrderedDict(a=1).keys()", "OrderedDict(a=1).items()", "OrderedDict(a=1).values()"]:
    try:
        print(call, eval(call))
    except TypeError as e:
        print(f"{call:32}{e}")
