"""struct's formats, functools.partial's keywords and copy.deepcopy's memo, where they are seldom looked at."""
import copy
import functools
import struct

for text in ('i\0', '\0i', b'i\0', 'i?', '@\0'):
    try:
        print(struct.calcsize(text))
    except struct.error as error:
        print(error)

call = functools.partial(print, 'called')
call()
call.keywords[1] = 2
try:
    call()
except TypeError as error:
    print(error)


class Seen:
    def __deepcopy__(self, memo):
        print(len(memo), [type(value).__name__ for value in memo.values()])
        return Seen()


memo = {}
given = [[1], {'a': (2, [3])}, Seen()]
copied = copy.deepcopy(given, memo)
print([len(kept) if key == id(memo) else type(kept).__name__ for key, kept in memo.items()], memo[id(memo)][-1] is given)
