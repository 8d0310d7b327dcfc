# Of code with a name that is no file's a module's loader is asked for the lines, unless the name stands in angle
# brackets; what a program puts into linecache may be a list, a tuple or a text.
import linecache
import traceback


class Loader:
    def get_source(self, name):
        return f'# {name}\n' * 2 + 'the third line of it\n'


SOURCE = '#\n#\ndef divide(): return 1 / 0\n'
for name in ('<made> by hand', '<made by hand>', 'made by hand'):
    names = {'__name__': 'maker', '__loader__': Loader()}
    exec(compile(SOURCE, name, 'exec'), names)
    try:
        names['divide']()
    except ZeroDivisionError:
        traceback.print_exc()
for number, lines in enumerate((SOURCE.splitlines(), tuple(SOURCE.splitlines(True)), 'divide')):
    name = f'held {number}'
    linecache.cache[name] = (len(SOURCE), None, lines, name)
    names = {}
    exec(compile(SOURCE, name, 'exec'), names)
    try:
        names['divide']()
    except ZeroDivisionError:
        traceback.print_exc()
