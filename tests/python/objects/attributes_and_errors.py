"""Descriptors, attributes of functions, classes and slots, and the errors they raise."""
def t(f):
    try: print("OK", repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class C:
    def m(self): pass
    @classmethod
    def cm(cls): pass
    @staticmethod
    def sm(): pass
    @property
    def p(self): "doc p"; return 1
    def __repr__(self): return "C!"
c=C()
t(lambda: C.m); t(lambda: c.m); t(lambda: C.cm); t(lambda:c.cm); t(lambda:c.sm); t(lambda:C.p)
t(lambda: C.__dict__['cm']); t(lambda: C.__dict__['sm'])
t(lambda: len); t(lambda: [].append); t(lambda: list.append); t(lambda: dict.fromkeys); t(lambda: object.__init__); t(lambda: c.__init__); t(lambda: int.real); t(lambda: C.__dict__['__dict__'])
t(lambda: super(C, c)); t(lambda: super(C)); t(lambda: super(5)); t(lambda: super(C, 5)); t(lambda: super(int, C)); t(lambda: super())
t(lambda: super(C,c).foo); t(lambda: super(C,c).__repr__())
t(lambda: property(1)); t(lambda: property(fget=1, foo=2)); t(lambda: C.p.fget); t(lambda: C.p.__doc__); t(lambda: C.p.setter(len))
t(lambda: classmethod()); t(lambda: classmethod(1,2)); t(lambda: staticmethod(len)(3)); t(lambda: staticmethod(len)('abc')); t(lambda: classmethod(len).__func__)
t(lambda: c.p.foo); t(lambda: setattr(c,'p',1)); t(lambda: delattr(c,'p'))
t(lambda: C.m.__name__); t(lambda: C.m.__qualname__); t(lambda: c.m.__func__ is C.m); t(lambda: c.m.__self__); t(lambda: c.m == c.m); t(lambda: c.m is c.m)
t(lambda: setattr(c.m,'x',1)); t(lambda: setattr(C.m,'__name__',1)); t(lambda: setattr(C.m,'__defaults__',1)); t(lambda: setattr(C.m,'__dict__',1)); t(lambda: delattr(C.m,'__name__'))
t(lambda: setattr(5,'x',1)); t(lambda: setattr(object(),'x',1)); t(lambda: setattr([].append,'x',1)); t(lambda: setattr(len,'x',1)); t(lambda:delattr(5,'x')); t(lambda: setattr(5,'real',1)); t(lambda: setattr("a",'upper',1)); t(lambda: setattr(int,'x',1)); t(lambda: delattr(int,'x')); t(lambda: delattr(c,'x')); t(lambda: delattr(C,'x')); t(lambda: delattr(C,'__name__'))
t(lambda: setattr(C,'__name__',5)); t(lambda: setattr(C,'__qualname__',5));t(lambda: setattr(C,'__dict__',5)); t(lambda: setattr(C,'__mro__',5))
class S: __slots__=('a','b')
s=S()
t(lambda: s.a); t(lambda: setattr(s,'c',1)); t(lambda: s.c); t(lambda: delattr(s,'a')); t(lambda: s.__dict__); t(lambda: S.a); t(lambda: setattr(s,'m',1)); t(lambda: s.__slots__); t(lambda: S.a.__get__(5)); t(lambda: C.p.__get__(c)); t(lambda: C.m.__get__(c)())
t(lambda: type('N',(),{'__slots__':'x','x':1})); t(lambda: type('N',(),{'__slots__':5})); t(lambda: type('N',(),{'__slots__':[5]})); t(lambda: type('N',(),{'__slots__':['1a']}))
t(lambda: type('N',(bool,),{})); t(lambda: type('N',(int,str),{})); t(lambda: type('N',(5,),{})); t(lambda: type('N',(C,C),{})); t(lambda: type('N',(object,C),{})); t(lambda: type(5,(object,C),{})); t(lambda: type('N',5,{})); t(lambda: type('N',(),5)); t(lambda: type('a','b')); t(lambda: type()); t(lambda: type('N',(),{'__qualname__':5}))
t(lambda: type('N',(),{},a=5)); t(lambda: C(1)); t(lambda: C(a=1)); t(lambda: object(1)); t(lambda: C.__init__(c,1)); t(lambda: object.__new__(C,1)); t(lambda: object.__new__(5)); t(lambda: object.__new__()); t(lambda: object.__init__(object(),1)); t(lambda: C.__new__(C));
class I:
    def __init__(self,a): pass
t(lambda: I()); t(lambda: I.__new__(I,1,2)); t(lambda: object.__init__(I(1),1))
class J:
    def __init__(self): return 5
t(J)
class K:
    def __new__(cls,a): return object.__new__(cls,a)
t(lambda:K(1))
import abc
class A(abc.ABC):
    @abc.abstractmethod
    def f(self): pass
t(A)
class B(A):
    @property
    @abc.abstractmethod
    def g(self): pass
t(B)
t(lambda: isinstance(1,5)); t(lambda: isinstance(1,(5,))); t(lambda: isinstance(1,(int,5))); t(lambda: issubclass(1,int)); t(lambda: issubclass(int,5)); t(lambda: issubclass(int,(5,))); t(lambda: isinstance(1,int|str)); t(lambda: isinstance(None,int|None)); t(lambda: isinstance(1,list[int])); t(lambda: issubclass(1,(int,str))); t(lambda: issubclass(int,int|str))
class D:
    def __set_name__(self,o,n): 1/0
try:
    class E: d=D()
except Exception as e: print(repr(e), e.__notes__)
class M(type): pass
class M2(type): pass
try:
    class E(metaclass=M): pass
    class F(E, metaclass=M2): pass
except Exception as e: print(repr(e))
try:
    class F(C, foo=1): pass
except Exception as e: print(repr(e))
try:
    class F(5): pass
except Exception as e: print(repr(e))
try:
    class F(metaclass=5): pass
except Exception as e: print(repr(e))
class P(type):
    @classmethod
    def __prepare__(m,n,b): return 5
try:
    class F(metaclass=P): pass
except Exception as e: print(repr(e))
t(lambda: setattr(c,'__class__',5)); t(lambda: setattr(c,'__class__',int)); t(lambda: setattr(5,'__class__',C)); t(lambda: setattr(c,'__class__',S)); t(lambda: c.__class__); t(lambda: delattr(c,'__class__')); t(lambda: setattr(c,'__dict__',5)); t(lambda: c.__weakref__)
t(lambda: object().__format__('x')); t(lambda: format(c,'x')); t(lambda: getattr(c, 5)); t(lambda: getattr(c,'x')); t(lambda: getattr(c,'x',5)); t(lambda: hasattr(c,5)); t(lambda: object.__getattribute__(c,'zz')); t(lambda: c.__dir__()[:3]); t(lambda: [n for n in dir(c)]); t(lambda: dir(5)[-5:]); t(lambda: c.__eq__(5)); t(lambda: c.__ne__(c)); t(lambda: c.__lt__(c)); t(lambda: c.__eq__()); t(lambda: c.__init_subclass__(a=1))
t(lambda: C.__dict__['zz']); t(lambda: C.__base__); t(lambda: C.__bases__); t(lambda: C.mro()); t(lambda: C.__doc__); t(lambda: c.__doc__); t(lambda: C.__module__); t(lambda: int.__module__); t(lambda: (5).__module__); t(lambda: C.__annotations__); t(lambda: int.__annotations__); t(lambda: C.__abstractmethods__); t(lambda: type.__abstractmethods__); t(lambda: A.__abstractmethods__)
class Q:
    def __getattr__(self,n): raise AttributeError(n)
    @property
    def pp(self): return self.nope
t(lambda: Q().zz); t(lambda: Q().pp)
