import codeop

for source in ('if 1:\n  pass', 'if 1:\n  pass\n', 'def f():\n  x', 'def f():\n  x\n\n', 'a', 'while 1:\n  if 2:\n    x\n  y',
               'if 1:\n  pass\nelse:\n  x'):
    for mode in 'single', 'exec':
        try:
            compile(source, '<typed>', mode, codeop.PyCF_DONT_IMPLY_DEDENT)
        except SyntaxError as error:
            print(repr(source), mode, error.args, error.end_lineno, error.end_offset)
        else:
            print(repr(source), mode)
        compile(source, '<typed>', mode)
    print(codeop.compile_command(source) is None)
