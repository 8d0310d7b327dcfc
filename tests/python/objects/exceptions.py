"""Constructors and members of exceptions, groups, causes and contexts, `except*`."""
def t(f):
    try: print("OK", repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: AttributeError("x", foo=1))
t(lambda: ImportError("x", foo=1))
t(lambda: NameError("x", foo=1))
t(lambda: ValueError("x", foo=1))
t(lambda: OSError("x", foo=1))
t(lambda: SyntaxError("x", 5))
t(lambda: SyntaxError("x", (1,2)))
t(lambda: UnicodeDecodeError("utf8"))
t(lambda: UnicodeDecodeError(1,b'',1,1,''))
t(lambda: UnicodeEncodeError(1,b'',1,1,''))
t(lambda: UnicodeEncodeError('a',b'',1,1,''))
t(lambda: StopIteration(a=1))
t(lambda: SystemExit(a=1))
t(lambda: ExceptionGroup())
t(lambda: ExceptionGroup("a"))
t(lambda: ExceptionGroup(1, []))
t(lambda: ExceptionGroup("a", []))
t(lambda: ExceptionGroup("a", 3))
t(lambda: ExceptionGroup("a", [1]))
t(lambda: ExceptionGroup("a", {ValueError()}))
t(lambda: ExceptionGroup("a", [KeyboardInterrupt()]))
class G(ExceptionGroup): pass
class G2(BaseExceptionGroup, ValueError): pass
t(lambda: G("a", [KeyboardInterrupt()]))
t(lambda: G2("a", [KeyboardInterrupt()]))
t(lambda: BaseExceptionGroup("a", [ValueError(1)]))
eg=ExceptionGroup("a",[ValueError(1)])
t(lambda: eg.split())
t(lambda: eg.split(5))
t(lambda: eg.split(int))
t(lambda: eg.split((ValueError,5)))
t(lambda: eg.split(ValueError))
t(lambda: eg.split(KeyError))
t(lambda: eg.subgroup(5))
t(lambda: eg.derive(5))
t(lambda: str(eg))
t(lambda: setattr(eg,'message','b'))
t(lambda: setattr(eg,'exceptions','b'))
e=ValueError()
t(lambda: setattr(e,'args',5))
t(lambda: delattr(e,'args'))
t(lambda: setattr(e,'__traceback__',5))
t(lambda: delattr(e,'__traceback__'))
t(lambda: setattr(e,'__context__',5))
t(lambda: delattr(e,'__context__'))
t(lambda: setattr(e,'__cause__',5))
t(lambda: delattr(e,'__cause__'))
t(lambda: setattr(e,'__suppress_context__',5))
t(lambda: e.add_note(5))
t(lambda: e.with_traceback(5))
t(lambda: e.__notes__)
t(lambda: OSError(2,"x"))
t(lambda: OSError(2,"x","f"))
t(lambda: str(OSError(2,"x","f")))
t(lambda: str(OSError(2,"x","f",None,"g")))
t(lambda: str(OSError(2,"x")))
t(lambda: str(OSError(2)))
t(lambda: OSError(2,"x","f").args)
t(lambda: OSError(2,"x",None,None,"g").args)
t(lambda: str(SyntaxError("m",("f.py",3,4,"text"))))
t(lambda: str(SyntaxError("m",("/a/f.py",None,4,"text"))))
t(lambda: str(SyntaxError()))
t(lambda: str(UnicodeDecodeError('utf-8',b'\xff\xfe',0,1,'bad')))
t(lambda: str(UnicodeDecodeError('utf-8',b'\xff\xfe',0,2,'bad')))
t(lambda: str(UnicodeEncodeError('ascii','\xff\u1234',0,1,'bad')))
t(lambda: str(UnicodeEncodeError('ascii','\xff\u1234',1,2,'bad')))
t(lambda: str(UnicodeEncodeError('ascii','\U00011234\u1234',0,1,'bad')))
t(lambda: str(UnicodeEncodeError('ascii','\U00011234\u1234',0,2,'bad')))
t(lambda: str(KeyError("a")))
t(lambda: str(KeyError("a","b")))
t(lambda: str(ImportError("a","b")))
t(lambda: ImportError("a",name="b").name)
t(lambda: BlockingIOError(11,"x",5).characters_written)
t(lambda: BlockingIOError(11,"x").characters_written)
t(lambda: str(BlockingIOError(11,"x",5)))
t(lambda: ConnectionError(104,"x"))
t(lambda: TimeoutError("x").errno)
t(lambda: OSError(110,"x"))
def f():
    try: raise eg
    except* ExceptionGroup: pass
t(f)
def f():
    try: raise eg
    except* 5: pass
t(f)
def f():
    try: raise eg
    except* (int,): pass
t(f)
def f():
    try: raise 1
    finally: pass
t(f)
def f(): raise int
t(f)
def f(): raise ValueError from 5
t(f)
class W(ValueError):
    def __new__(cls): return 5
def f(): raise W
t(f)
def f(): raise ValueError from W
t(f)
def f():
    try: raise ValueError
    except 5: pass
t(f)
t(lambda: StopIteration(1,2).value)
t(lambda: SystemExit(1,2).code)
# custom exceptions
class E1(Exception):
    def __init__(self, a, b):
        super().__init__(f"{a}-{b}")
        self.a = a
e = E1(1, 2); print(repr(e), str(e), e.args, e.a, e.__dict__)
class E2(Exception):
    def __init__(self, a): self.a = a
e = E2(5); print(repr(e), str(e), e.args)
class E3(Exception):
    def __str__(self): return "E3!"
print(E3(1), repr(E3(1)), f"{E3(2)}", "%s" % E3(3))
class E4(OSError):
    def __init__(self, m): super().__init__(2, m)
e = E4("gone"); print(repr(e), str(e), e.errno, e.strerror, e.args)
class E5(KeyError): pass
print(E5("k"), repr(E5("k")))
try:
    try: 1/0
    except ZeroDivisionError as z:
        raise E1(1,2) from z
except E1 as e:
    print(e.__cause__, e.__context__, e.__suppress_context__)
try:
    try: 1/0
    finally:
        raise KeyError("f")
except KeyError as e:
    print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try: {}["x"]
    except KeyError: raise ValueError("v") from None
except ValueError as e:
    print(repr(e.__context__), e.__cause__, e.__suppress_context__)
e = ValueError("n"); e.add_note("one"); e.add_note("two"); print(e.__notes__)
def g():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [KeyError(3), ValueError(4)])])
    except* ValueError as v:
        print("V", repr(v), v.exceptions)
    except* TypeError as v:
        print("T", repr(v))
try: g()
except BaseException as e: print(repr(e))
try:
    try: raise ValueError("naked")
    except* ValueError as v: print(repr(v), v.message=='' )
except BaseException as e: print(repr(e))
try:
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as v: raise KeyError("new")
except BaseException as e: print(repr(e), [repr(x.__context__) for x in e.exceptions])
try:
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as v: raise
except BaseException as e: print(repr(e))
eg = ExceptionGroup("top", [ValueError(1), ExceptionGroup("in", [TypeError(2), OSError(3)])])
print(eg.split(lambda e: isinstance(e, (ValueError, TypeError))))
print(eg.subgroup(OSError), eg.subgroup(KeyError))
class MG(ExceptionGroup):
    def derive(self, excs): return MG(self.message+"!", excs)
m = MG("m", [ValueError(1), TypeError(2)])
print(repr(m.split(ValueError)))
import sys
try: 1/0
except ZeroDivisionError:
    print(sys.exception(), sys.exc_info()[0], sys.exc_info()[1].__traceback__.tb_lineno)
print(sys.exception())
def f():
    try: return 1
    finally: print("fin")
print(f())
try: int("x")
except (TypeError, ValueError) as e: print(type(e), e)
try: e
except NameError as n: print(n, n.name)
try: undefined_thing
except NameError as n: print(n, n.name)
try: "".foo
except AttributeError as n: print(n, n.name, repr(n.obj))
class X:
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb): print("exit", t, v, tb is not None); return True
with X() as x: raise ValueError(1)
def gen():
    try: yield 1
    except GeneratorExit: print("GE"); raise
gg = gen(); next(gg); gg.close()
print(issubclass(TimeoutError, OSError), IOError is OSError, EnvironmentError)
try: raise SystemExit(3)
except SystemExit as e: print(e.code)
try: exit("bye")
except SystemExit as e: print(repr(e), e.code)
print(exit)
try:
    assert 1 == 2, "msg"
except AssertionError as e: print(repr(e))
print(ValueError.__mro__, ValueError.__bases__, Exception.__name__, Exception.__module__, E1.__module__, E1.__qualname__)
