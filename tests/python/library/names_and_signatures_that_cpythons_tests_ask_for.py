# What CPython's own tests ask for of functools, re, random, inspect and types.
import functools
import inspect
import random
import types
import warnings

print([hasattr(functools, name) for name in ('RLock', 'GenericAlias', 'recursive_repr', 'get_cache_token', 'namedtuple')])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    import sre_constants, sre_parse
    print([str(w.message) for w in caught])
for words in ['--choice', 'a', 'b'], ['a b c'], ['a', 'b'], ['--integer', '5'], ['5'], ['--float', '2.5'], ['2.5'], ['-c', 'a b']:
    random.seed(0)
    print(words, random.main(words))


class Join:
    __call__ = ':'.join


class Joins(str):
    __call__ = str.join


class Power(int):
    __call__ = int.__pow__


class Keys(dict):
    __call__ = dict.__dict__['fromkeys']


for made in Join(), Joins(':'), Power(2), Keys():
    print(type(made).__name__, inspect.signature(made))


class Like:
    def send(self, value):
        return value

    def throw(self, *args):
        print('throws', args)

    def close(self):
        pass

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


wrapped = types.coroutine(Like)()
wrapped.throw(1, 2)
try:
    wrapped.throw()
except TypeError as error:
    print(error)
for source in '\xa0', '\x0c1', ' 2', '\u20003':
    try:
        print(eval(source))
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.offset)
