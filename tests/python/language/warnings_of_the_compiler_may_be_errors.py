import warnings
print(bool(NotImplemented)) 
def f():
    if NotImplemented: print('t')
    while NotImplemented: break
    return not NotImplemented
f()
warnings.simplefilter('error')
try: bool(NotImplemented)
except DeprecationWarning as e: print(repr(e))
try:
    exec('x = "\\d"')
except SyntaxError as e: print(repr(e), e.lineno, e.text)
try:
    exec('assert (1, "x")')
except SyntaxError as e: print(repr(e), e.lineno, e.text)
try:
    compile('1 is 1', 'f', 'exec')
except SyntaxError as e: print(repr(e), e.lineno, e.text)
compile('"\\d"', 'f', 'exec')
