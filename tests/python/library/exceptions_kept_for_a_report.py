"""traceback.TracebackException: what it keeps of an exception and of those that came before."""
import asyncio
import traceback
import warnings


class Own(Exception):
    pass


def fail(n):
    try:
        {}['a']
    except KeyError as e:
        raise Own('b') from e


def show(kept, depth=0):
    print('  ' * depth, str(kept), kept.exc_type_str, kept.exc_type_qualname, kept.exc_type_module, len(kept.stack),
          kept.__notes__, kept.__suppress_context__)
    for name in ('__cause__', '__context__'):
        other = getattr(kept, name)
        print('  ' * depth, name, type(other).__name__)
        if other is not None:
            show(other, depth + 1)
    for other in kept.exceptions or ():
        show(other, depth + 1)


def kept_of(function, *args, **options):
    try:
        function(*args)
    except BaseException as e:
        return traceback.TracebackException.from_exception(e, **options)


for options in ({}, {'compact': True}, {'limit': 1}, {'limit': -1}):
    kept = kept_of(fail, 1, **options)
    show(kept)
    print(*kept.format(), sep='')
    print(*kept.format(chain=False), sep='')
    print(list(kept.format_exception_only()))
    print(*kept.__cause__.format(), sep='')


def group():
    errors = [ValueError(1), ExceptionGroup('in', [OSError(2, 'x', 'f'), KeyError('k')])]
    errors[0].add_note('noted')
    raise ExceptionGroup('out', errors)


kept = kept_of(group)
show(kept)
print(*kept.format(), sep='')
print(*kept.exceptions[1].format(), sep='')
kept = kept_of(compile, 'x = = 1', 'f.py', 'exec')
print(kept.filename, repr(kept.lineno), repr(kept.end_lineno), repr(kept.text), kept.offset, kept.end_offset, kept.msg, kept)
for code in ('prin', 'json.loads', '[].appendd', ''):
    print(kept_of(eval, code))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    print(kept_of(fail, 1).exc_type, [str(w.message) for w in seen])
print(kept_of(fail, 1, save_exc_type=False)._exc_type)
nothing = traceback.TracebackException(None, None, None)
print(list(nothing.format()), nothing.exc_type_str, nothing, list(nothing.format_exception_only()))
kept = kept_of(asyncio.run, asyncio.wait_for(asyncio.sleep(1), .1))
show(kept)
a, b = ValueError('a'), TypeError('b')
a.__cause__, b.__cause__ = b, a
kept = traceback.TracebackException.from_exception(a)
show(kept)
print(kept == traceback.TracebackException.from_exception(a), kept == 5)
