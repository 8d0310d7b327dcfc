"""try in all its forms, except*, with; return, break and continue through them."""
def t1():
    try:
        return "try"
    finally:
        print("fin1")
print(t1())
def t2():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("i", i)
        finally:
            print("fin", i)
    else:
        print("no")
    return i
print(t2())
def t3():
    try:
        try:
            1/0
        except ZeroDivisionError as e:
            print("zde", e)
            raise KeyError("k") from e
        finally:
            print("inner fin")
    except KeyError as k:
        print(repr(k), repr(k.__cause__), repr(k.__context__))
    else:
        print("else")
    try:
        k
    except UnboundLocalError as e:
        print(e)
t3()
def t4():
    try:
        return 1
    finally:
        return 2
print(t4())
def t5():
    while True:
        try:
            raise ValueError
        except ValueError:
            break
        finally:
            print("f5")
    try:
        raise TypeError("x")
    except (ValueError, TypeError) as e:
        return str(e)
print(t5())
import sys
def t6():
    try:
        raise ValueError(1)
    except ValueError:
        print(sys.exc_info()[0])
        try:
            raise KeyError(2)
        except KeyError:
            print(sys.exc_info()[0])
        print(sys.exc_info()[0])
    print(sys.exc_info()[0])
t6()
def t7():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise
    except ValueError as e:
        return e.args
print(t7())
def t8():
    try:
        raise RuntimeError
    except TypeError:
        print("bad")
    except:
        print("bare")
    else:
        print("else")
t8()
def t9():
    x = 1
    try:
        x = 2
        return x
    finally:
        x = 3
        print("x", x)
print(t9())
def t10():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError as e:
        print("V", e.exceptions)
    except* (TypeError, KeyError) as e:
        print("T", e.exceptions)
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
        except* ValueError as e:
            print("only V")
    except ExceptionGroup as g:
        print("rest", g.exceptions)
    try:
        try:
            raise ValueError("naked")
        except* ValueError as e:
            print(repr(e))
            raise KeyError("new")
    except BaseException as g:
        print(repr(g))
    try:
        print("no exc")
    except* ValueError:
        print("never")
    else:
        print("else*")
    finally:
        print("fin*")
t10()
class CM:
    def __init__(s, n, sup=False): s.n, s.sup = n, sup
    def __enter__(s): print("enter", s.n); return s.n
    def __exit__(s, t, v, tb): print("exit", s.n, t and t.__name__); return s.sup
def t11():
    with CM(1) as a, CM(2, True) as b:
        print(a, b)
        raise ValueError
    print("suppressed")
    with CM(3):
        return "ret"
print(t11())
def t12():
    for i in range(3):
        with CM(i):
            if i == 0: continue
            if i == 1: break
t12()
def t13():
    with (CM(1) as a, CM(2)):
        try:
            raise KeyError
        finally:
            print("finally in with")
try: t13()
except KeyError: print("KeyError out")
try:
    assert 1 == 2, "msg"
except AssertionError as e: print(repr(e))
try:
    assert []
except AssertionError as e: print(repr(e))
try:
    try: raise A
    finally: print("ne")
except NameError as e: print(e)
try:
    raise ValueError("a") from None
except ValueError as e: print(e.__suppress_context__, e.__cause__)
def t14():
    try:
        yield 1
    except GeneratorExit:
        print("GE")
        raise
    finally:
        print("gfin")
g = t14(); next(g); g.close()
def t15():
    e = "outer"
    try: raise ValueError
    except ValueError as e: pass
    try: print(e)
    except NameError as x: print("NE", x)
t15()
