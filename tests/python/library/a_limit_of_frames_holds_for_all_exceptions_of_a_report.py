# The limit of a report's frames holds for causes, contexts and the exceptions of groups as well.
import traceback, io
def a(n):
    if n: a(n-1)
    else: 1/0
def b():
    try: a(2)
    except ZeroDivisionError: raise KeyError('k')
def c():
    try: b()
    except KeyError as e: raise ValueError('v') from e
def err(n):
    try: a(n)
    except ZeroDivisionError as e: return e
try:
    try: c()
    except ValueError as v:
        raise ExceptionGroup('g', [err(1), err(2), v])
except ExceptionGroup as e:
    for limit in (1, 2, -1, 0, None):
        f=io.StringIO(); traceback.print_exception(e, limit=limit, file=f); print(f.getvalue())
        print(''.join(traceback.format_exception(e, limit=limit)))
        print(len(traceback.TracebackException.from_exception(e, limit=limit).exceptions[0].stack))
try: c()
except ValueError:
    f=io.StringIO(); traceback.print_exc(1, f); print(f.getvalue()); print(traceback.format_exc(limit=1))
