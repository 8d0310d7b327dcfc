"""Places of errors where the source's last line has no end, and where a slash has nothing before it."""
for source in ('if x:\n    a\n  b', 'if x:\n    a\n  b\n', "def f():\n  'doc'\n x", 'def f(/): pass', 'lambda /: 1',
               'def f(/, a): pass', 'def f(\n  /): pass', 'if x:\n    a\n      b', 'if x:\n\ta\n        b'):
    try:
        compile(source, 'program', 'exec')
    except SyntaxError as error:
        print(repr(source), type(error).__name__, error.msg, error.lineno, error.offset)
