"""Tracebacks through configparser and functools read as CPython has them, with what they were raised from."""
import configparser, traceback
def t(f):
    try: print(repr(f()))
    except BaseException: traceback.print_exc()
c = configparser.ConfigParser(); c.read_string('[a]\nx=1\ny=%(z)s\nw=text\n[b]\nq=%(q)s')
t(lambda: c['nope']); t(lambda: c['a']['nope']); t(lambda: c.get('nope', 'x')); t(lambda: c.get('a', 'nope')); t(lambda: c.get('a', 'y')); t(lambda: c.getint('a', 'w')); t(lambda: c.getboolean('a', 'w')); t(lambda: c.get('b', 'q')); t(lambda: c.add_section('a')); t(lambda: c.add_section('DEFAULT')); t(lambda: c.set('nope', 'a', 'b')); t(lambda: c.set('a', 'b', 5)); t(lambda: c['a'].__setitem__('k', 5)); t(lambda: c.read_string('x=1')); t(lambda: c.read_string('[a\nx')); t(lambda: c.read_string('[z]\n[z]')); t(lambda: c.read_string('[z]\na=1\na=2')); t(lambda: c.items('nope')); t(lambda: c.options('nope')); t(lambda: c.remove_option('nope', 'x')); t(lambda: c['a'].getint('w')); t(lambda: c['a'].getfloat('nope')); t(lambda: c.get('a', 'nope', fallback=3)); t(lambda: c.read('/nope.ini')); t(lambda: c.getint('a', 'nope')); t(lambda: c.has_section('a')); t(lambda: c.read_dict({'a': {'x': 1, 'X': 2}})); t(lambda: c.pop('nope')); t(lambda: c.__delitem__('nope')); t(lambda: c['a'].__delitem__('nope')); t(lambda: c.read_string('[s]\nbad line here')); t(lambda: c.set('a', 'p', '%bad')); t(lambda: c['DEFAULT']['u'])
import functools
def bad():
    @functools.total_ordering
    class A: pass
t(bad)
@functools.total_ordering
class B:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
t(lambda: B(1) >= B(2)); t(lambda: B(1) >= 5); t(lambda: B(1) > B('x')); t(lambda: functools.reduce(lambda a, b: a, [])); t(lambda: functools.partial()); t(lambda: functools.partial(5)); t(lambda: functools.lru_cache(5)(5)); t(lambda: functools.lru_cache('x')); t(lambda: functools.wraps(5)(lambda: 0)); t(lambda: functools.singledispatch(5)); t(lambda: functools.cmp_to_key(5)); t(lambda: functools.reduce(5, [1,2])); t(lambda: functools.reduce(max, 5)); t(lambda: sorted([1,2], key=functools.cmp_to_key(lambda a, b: 'x')))
@functools.singledispatch
def sd(x): return 'base'
t(lambda: sd()); t(lambda: sd.register(5)); t(lambda: sd.register(lambda x: x))
@functools.lru_cache
def lc(x): return x
t(lambda: lc([])); t(lambda: lc())
class C:
    @functools.cached_property
    def p(self): raise ValueError('p')
    __slots__ = ('a',)
t(lambda: C().p)
class D:
    @functools.cached_property
    def p(self): return 1 / 0
t(lambda: D().p)
@functools.cache
def fib(n): return fib(n-1) + n if n else 1/0
t(lambda: fib(2))
class E:
    @functools.singledispatchmethod
    def m(self, x): raise NotImplementedError('no')
    @m.register
    def _(self, x: int): return x / 0
t(lambda: E().m('s')); t(lambda: E().m(1))
