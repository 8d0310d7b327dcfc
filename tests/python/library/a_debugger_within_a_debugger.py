# `debug` steps through a statement, and leads back to where the program stands.
import io
import pdb
import re


def double(x):
    y = 2 * x
    return y


def work():
    a = 1
    b = double(a)
    return a + b


commands = ['step', 'next', 'debug double(5)', 'step', 'step', 'step', 'next', 'p y', 'p x', 'continue', 'p a', 'debug 1 / 0', 'c',
            'debug (', 'p a', 'continue']
out = io.StringIO()
debugger = pdb.Pdb(stdin=io.StringIO('\n'.join(commands) + '\n'), stdout=out, nosigint=True, readrc=False)
debugger.use_rawinput = False
print(debugger.runcall(work))
print(re.sub(r'> \S*\(', '> (', out.getvalue()))
