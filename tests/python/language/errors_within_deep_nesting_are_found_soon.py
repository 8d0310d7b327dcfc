# However deep what is wrong stands within brackets, it is told as soon as if it stood there alone.
for opened, closed in ('x[', ']'), ('f(', ')'), ('{1: x[', ']}'), ('x[y,[', ']]'), ('(lambda a=', ': 1)'):
    for wrong in '1 2', '=', 'for', 'None=1', 'a:=', '*', 'print 1':
        try:
            compile(opened * 40 + wrong + closed * 40, 'nested.py', 'exec')
        except SyntaxError as error:
            print(opened, wrong, '->', error.msg, error.offset, error.end_offset)
