import traceback, sys
def inner(a, b):
    c = a + 1
    text = 'é' * 2
    return (c + text) + undefined_thing(a,
        b)
class Bad:
    def __repr__(self): raise ValueError
def outer(x):
    y = [x, Bad()]
    z = {'k': x}
    try:
        inner(x, y)
    except TypeError as e:
        raise RuntimeError('outer') from e
def rec(n):
    if n == 0: 1/0
    rec(n - 1)
try:
    outer(3)
except RuntimeError as e:
    te = traceback.TracebackException.from_exception(e, capture_locals=True)
    print(''.join(line for line in te.format() if '<module>' not in line))
    te = traceback.TracebackException(type(e), e, e.__traceback__, limit=1)
    print(''.join(te.format()))
    print(''.join(traceback.format_list(traceback.extract_tb(e.__traceback__))))
    for f in traceback.extract_tb(e.__traceback__): print(f, f.locals, f.end_lineno, f.colno, f.end_colno, f.lineno, f.line)
    print(traceback.extract_tb(e.__traceback__, limit=-1).format())
    s = traceback.StackSummary.extract(traceback.walk_tb(e.__traceback__), capture_locals=True)
    print(s[1].locals)
    print(traceback.StackSummary.from_list([('a.py', 3, 'f', 'x = 1')]).format())
    te2 = traceback.TracebackException.from_exception(e)
    print(te2.exc_type_str, str(te2), list(te2.format_exception_only()), te2.stack[0].name)
try:
    rec(10)
except ZeroDivisionError as e:
    print(''.join(traceback.extract_tb(e.__traceback__).format()))
    print(''.join(traceback.format_tb(e.__traceback__)))
    traceback.print_tb(e.__traceback__, limit=2, file=sys.stdout)


def st():
    return traceback.extract_stack()
print(''.join(st().format()[-2:]))
print(''.join(traceback.format_stack()[-1:]))
fs = traceback.FrameSummary('f.py', 3, 'nm', line='abc', locals={'q': 1})
print(fs, fs.locals, fs == ('f.py', 3, 'nm', 'abc'), len(fs), list(fs))
