"""code and codeop: sources that are complete or not, consoles, their errors and ends."""
import code
import codeop
import sys

SOURCES = [
    'x = 1', 'if x:', 'if x:\n  y', 'if x:\n  y\n', '(1,', '"""abc', 'def f():', '@dec', '@dec\ndef f():', 'x = ', '1 +',
    'a b', 'try:', 'try:\n  x', 'try:\n  x\nexcept:', 'x \\', '[1,\n2', 'class A:', 'else:', '', '# c', '\n',
    'while 1:\n  pass', 'if 1: pass', 'if 1: pass\n', "'abc", 'print(1)\n', 'async def f():', 'with x:', 'match x:',
    'return', '"""a\n"""', 'x)', 'for x in y: pass', 'x = 1; y = 2',
]
for source in SOURCES:
    told = []
    for symbol in 'single', 'exec':
        try:
            told.append('more' if codeop.compile_command(source, '<input>', symbol) is None else 'code')
        except SyntaxError as error:
            told.append('error')
    print(repr(source), *told)
print(codeop.compile_command('1 + 1', symbol='eval').co_filename)
sys.stderr = sys.stdout

console = code.InteractiveConsole({'a': 1})
for line in ['a', 'x = 2', 'for i in range(2):', '  print(i)', '', '1/0', 'def f(', 'x):', '  return x+1', '', 'f(3)', 'a b',
             '"""abc', 'def"""', 'None', 'raise KeyError(1) from ValueError(2)', 'x ']:
    print('>', line, console.push(line))
print(sorted(console.locals.keys() - {'__builtins__'}), sys.last_type.__name__)


def reader(lines):
    left = iter(lines)

    def read(prompt):
        print(end=prompt)
        line = next(left, None)
        if line is None:
            raise EOFError
        if line == '^C':
            raise KeyboardInterrupt
        print(line)
        return line
    return read


code.interact('hello', reader(['y = 5', 'y', 'def g():', '^C', 'raise ValueError("x")', 'exit()', 'y']), {'q': 1}, 'bye', True)
code.interact('again', reader(['q']), {'q': 1}, '')
try:
    code.interact('', reader(['raise SystemExit(3)']))
except SystemExit as ending:
    print('left', ending.code)


class Shouting(code.InteractiveConsole):
    def write(self, data):
        print('!', data.upper(), end='')


shouting = Shouting()
shouting.raw_input = reader(['6 * 7', 'nothing', '2 +'])
shouting.interact('at last')
interpreter = code.InteractiveInterpreter()
print(interpreter.runsource('if 1:'), interpreter.runsource('1+1'), interpreter.runsource('print(__name__)', symbol='exec'))
