"""collections.UserString has str's methods, which a class derived from it calls by super(); reprlib indents."""
import array
import copy
import pickle
import reprlib
from collections import UserString


def shown(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
        print(type(result).__name__, repr(result))
    except Exception as e:
        print(type(e).__name__, e)


class Loud(UserString):
    def upper(self):
        return super().upper() + '!'


text = Loud('some text, some more')
for name, args in (
        ('upper', ()), ('title', ()), ('count', (UserString('some'),)), ('count', ('o', 3)), ('find', (UserString('text'),)),
        ('rfind', ('some',)), ('index', ('text',)), ('index', (UserString('text'),)), ('replace', (UserString('some'), 'any')),
        ('removeprefix', (UserString('some'),)), ('split', ()), ('partition', (',',)), ('join', ('ab',)), ('encode', ()),
        ('encode', (None, None)), ('startswith', ('some',)), ('isalpha', ()), ('zfill', (25,)), ('center', (24, '*')),
        ('strip', ('se',)), ('translate', ({ord('s'): 'z'},)), ('format', ()), ('__rmod__', ('<%s>',)), ('nothing', ())):
    shown(lambda: getattr(text, name)(*args))
print('<%s>' % text, text % (), text < 'z', text >= UserString('a'), complex(UserString('1j')), UserString.upper(text))
print(pickle.loads(pickle.dumps(text)) == text, copy.copy(text) == text)

nested = {1: 'two', b'three': [(4.5, 6.7), [{8}, frozenset({10, 11})]], 'rest': array.array('i', range(9))}


class Failing:
    def __repr__(self):
        raise ValueError('no repr')


class array2:
    __name__ = 'array'


for indent in (None, 2, 0, '....', -1, 1.5):
    shown(lambda: print(reprlib.Repr(indent=indent, maxarray=3).repr(nested)))
print(reprlib.repr(Failing())[:22], reprlib.repr(array.array('i')), reprlib.repr([[[[[[[[]]]]]]]]))
