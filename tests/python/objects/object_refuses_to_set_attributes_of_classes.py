# Attributes of classes are set by type, and object's ways to set them refuse classes.
import enum
def t(f,*a):
    try: print(repr(f(*a)).split(" at ")[0])
    except BaseException as e: print(type(e).__name__, e)
t(object.__setattr__, int, 'x', 1)
t(object.__delattr__, int, 'x')
class A: pass
t(object.__setattr__, A, 'x', 1)
t(object.__delattr__, A, 'x')
t(type.__setattr__, A, 'x', 1); print(A.x)
t(type.__delattr__, A, 'x')
t(type.__setattr__, int, 'x', 1)
t(type.__setattr__, 1, 'x', 1)
t(type.__delattr__, int, 'x')
class M(type):
    def __setattr__(c, n, v):
        print('set', n); super().__setattr__(n, v)
    def __delattr__(c, n):
        print('del', n); super().__delattr__(n)
class B(metaclass=M): pass
B.q=1; print(B.q); del B.q
t(object.__setattr__, B, 'x', 1)
print(type.__setattr__, type.__delattr__, '__setattr__' in vars(type), object.__setattr__, type.__setattr__ is object.__setattr__)
class D(dict): pass
t(object.__setattr__, D(), 'x', 1)
t(object.__setattr__, Exception('x'), 'x', 1)
t(object.__setattr__, {}, 'x', 1)
t(dict.__setattr__, {}, 'x', 1)
class E(enum.Enum): a=1
t(setattr, E, 'a', 2)
t(type.__setattr__, E, 'b', 2)
t(object.__setattr__, type, 'b', 2)
t(object.__setattr__, M, 'b', 2)
t(type.__call__, A)
t(A.__setattr__, A, 'x', 2)
t(A.__setattr__, A(), 'x', 2)
t(int.__setattr__, 'a', 'x', 2)
print(int.__setattr__, A.__setattr__)
