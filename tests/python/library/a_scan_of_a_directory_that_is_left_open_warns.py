import os
import tempfile
import warnings

warnings.simplefilter('always')
warnings.showwarning = lambda message, category, *rest: print(category.__name__, str(message).partition(' object')[0])
with tempfile.TemporaryDirectory() as folder:
    for name in 'ab':
        open(os.path.join(folder, name), 'w').close()
    entries = os.scandir(folder)
    print(next(entries).name in 'ab')
    del entries
    entries = os.scandir(folder)
    print(len(list(entries)))
    del entries
    with os.scandir(folder) as entries:
        next(entries)
    del entries
    entries = os.scandir(folder)
    entries.close()
    print(list(entries))
    del entries
    print(type(os.scandir), type(os.scandir(folder)).__name__)
for number in False, True:
    print(os.path.exists(number))
    try:
        os.fsync(number)
    except OSError:
        pass


class Foo:
    __fspath__ = None


for work in (lambda: os.stat(Foo()), lambda: os.rename(Foo(), 'x'), lambda: os.rename('x', 0), lambda: os.fspath(Foo()),
             lambda: open(Foo()), lambda: os.putenv('n\0', 'v'), lambda: os.unsetenv('n\0')):
    try:
        work()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
