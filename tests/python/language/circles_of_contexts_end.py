x = True
def f(): return ~x
print(f()); print(f())
e1 = ValueError('a'); e2 = TypeError('b'); e3 = KeyError('c')
e1.__context__ = e2; e2.__context__ = e3; e3.__context__ = e2
try:
    try: raise e1
    except ValueError: raise OSError('x')
except OSError as e: print(repr(e.__context__))
import traceback
try: raise e1
except ValueError: traceback.print_exc()
raise e1
