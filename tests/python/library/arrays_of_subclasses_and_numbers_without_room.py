"""Arrays of a subclass, what is pickled of them, and what is said of numbers and bytes that do not fit."""
import copy
import operator
import pickle
from array import array


class Named(array):
    pass


def told(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


given = Named('i', [1, 2, 3])
given.name = 'x'
print(given, Named('d'))
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    back = pickle.loads(pickle.dumps(given, protocol))
    print(protocol, type(back).__name__, back, back.name)
for kept in copy.copy(given), given[1:], given + given, given * 2:
    print(type(kept).__name__, kept)
for code in 'bBhHiIlLqQfd':
    values = array(code, [1, 2])
    print(values.__reduce_ex__(3)[1][2:], values.__reduce_ex__(2)[1], pickle.loads(pickle.dumps(values)) == values)
for code in 'bBhHiIlLqQ':
    for value in (2**64, 2**63, 2**32, 2**31, 65536, 256, -1, -2**31 - 1, -2**63 - 1):
        told(lambda: (code, value, array(code, [value])))
nan = array('d', [float('nan')])
print(nan == nan, nan != nan, array('d', [1.0]) == array('f', [1.0]))
plain = array('b', [1, 2, 3])
told(lambda: plain.frombytes('text'))
told(lambda: plain.frombytes([1]))
told(lambda: plain.__setitem__(slice(0, 1), array('i', [1])))
told(lambda: setattr(plain, 'name', 1))
print(array[int], hasattr(plain, '__dict__'))
print([how(nan, array('d', [float('nan')])) for how in (operator.lt, operator.le, operator.gt, operator.ge)])
