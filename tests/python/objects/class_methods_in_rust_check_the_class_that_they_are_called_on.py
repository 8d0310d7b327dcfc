import collections
import itertools


def show(name, work):
    try:
        print(name, work())
    except TypeError as exc:
        print(name, exc)


class D(dict):
    pass


class Other:
    fromkeys = dict.__dict__['fromkeys']


class Sub(dict):
    other = dict.__dict__['fromkeys']


keys = dict.__dict__['fromkeys']
number = int.__dict__['from_bytes']
show('nothing', lambda: keys())
show('another class', lambda: keys(str, 'ab'))
show('an instance', lambda: keys({}, 'ab'))
show('the class', lambda: keys(dict, 'ab'))
show('a subclass', lambda: type(keys(D, 'ab')))
show('a number', lambda: number(5))
show('bool', lambda: number(bool, b'\1'))
show('object', lambda: number(object, b'\1'))
show('bound to int', lambda: keys.__get__(None, int))
show('bound to dict', lambda: keys.__get__(None, dict)('ab'))
show('bound to nothing', lambda: keys.__get__(None, None))
show('bound to a number', lambda: keys.__get__(5))
show('bound to no class', lambda: keys.__get__(None, 5))
show('bound to a dict', lambda: keys.__get__({}, D)('a'))
show('float', lambda: float.__dict__['fromhex'](int, '1'))
show('bytes', lambda: bytes.__dict__['fromhex'](bytearray, '11'))
show('chain', lambda: itertools.chain.__dict__['from_iterable'](zip, []))
show('OrderedDict', lambda: collections.OrderedDict.__dict__['fromkeys'](dict, []))
show('list', lambda: list.__dict__['__class_getitem__'](int, 3))
show('object', lambda: object.__dict__['__init_subclass__'](5))
show('type', lambda: type.__dict__['__prepare__'](int, 'a', ()))
show('of another class', lambda: Other.fromkeys)
show('of its instance', lambda: Other().fromkeys('ab'))
show('of a subclass', lambda: Sub.other('ab'))
show('by super', lambda: super(Sub, Sub).fromkeys('a'))
