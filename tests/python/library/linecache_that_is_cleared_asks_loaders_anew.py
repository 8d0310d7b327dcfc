"""A loader's text is asked for once, and again when linecache has forgotten it: tracebacks show the new one."""
import linecache
import traceback


class Loader:
    def __init__(self, text):
        self.text = text

    def get_source(self, name):
        return self.text


def run(text):
    scope = {'__name__': 'made', '__loader__': Loader(text)}
    try:
        exec(compile(text, 'made.py', 'exec'), scope)
    except ZeroDivisionError as e:
        print(traceback.extract_tb(e.__traceback__)[-1].line, '|', linecache.getline('made.py', 1).strip())


run('1 / 0  # the first\n')
run('2 / 0  # not read\n')
linecache.clearcache()
run('3 / 0  # read anew\n')
del linecache.cache['made.py']
run('4 / 0  # read once more\n')
linecache.cache['made.py'] = 10, None, ['5 / 0  # put there\n'], 'made.py'
run('6 / 0  # not seen\n')
linecache.checkcache()
run('7 / 0  # not seen either\n')
