"""What codeop takes for incomplete, and what no further line can mend."""
import codeop

for source in ('', '\n', '# comment', '@a.b.c', "a = 'a\\\n", "a = 'a\\ ", 'x = \\\n', 'a = (1,', 'if 1:', 'if 1:\n  x',
               'if 1:\n  x\n', "'''", 'del (1,)', ' a', 'a = 1', 'a = 9 +', 'try:', 'f(', 'a b'):
    told = []
    for symbol in 'single', 'eval', 'exec':
        try:
            told.append(codeop.compile_command(source, 'made', symbol) and 'code')
        except SyntaxError as e:
            told.append(e.msg)
    print(repr(source), told)
