import codecs
import os
import threading


def told(call):
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            call()
    except Exception as error:
        print(type(error).__name__, error)
        print(' ', repr(error.__context__), error.__cause__, error.__suppress_context__, getattr(error, '__notes__', None))


told(lambda: open('/tmp/a', 'w', encoding='nope'))
told(lambda: open('/tmp/a', 'w', encoding='hex'))
told(lambda: open('/tmp/a', 'w', errors='strict', newline='q'))
told(lambda: codecs.decode(b'x', 'nope'))
told(lambda: codecs.encode('x', 'nope'))
told(lambda: codecs.decode(b'\xff', 'utf-8'))
told(lambda: codecs.lookup_error('nope'))
told(lambda: os.rename('/tmp/none', '/tmp/other'))
told(lambda: os.stat(b'/tmp/none'))
told(lambda: os.listdir(5.5))
told(lambda: threading.local().nothing)
told(lambda: int('x'))
try:
    open('/tmp/a', encoding='nope')
except LookupError as error:
    print(error.__context__, error.__suppress_context__)
