sources = ('', ' ', '\n', '#a', '#a\n', ' #a', '  \n', '\t', '\n  ', '  \n  ', 'if 1:\n  pass\nxy=1\n',
           'if 1:\n  pass\n"abc"\n', 'if 1:\n  pass\n\nxy=1\n', 'x=1\n  ', 'x=1 #a', 'x\n\n\n#a\n')
for source in sources:
    for mode in 'single', 'eval', 'exec':
        try:
            compile(source, '<s>', mode)
            print(repr(source), mode, 'is right')
        except SyntaxError as exc:
            print(repr(source), mode, type(exc).__name__, exc.msg, exc.lineno, exc.offset, exc.end_lineno, exc.end_offset,
                  repr(exc.text))
