# The closing brace and the quotes are missing: what is told of depends on what follows.
BEGINNINGS = ['x = f"{name\n', 'print(f"{name\n', 'print(f"{name)\n', 'f"{name\n', 'x = f"{name:\n', 'x = f"{name!\n', 'x = f"{\n',
              'x = f"{(name\n', 'return f"{name + \n', 'log(f"{a.b(}: {c}")\n']
ENDS = ['', 'print(x)\n', 'print(x)\nz = 1\n', 'z = 1\n', 'if z:\n    pass\n', 'def f():\n    pass\n', 'print(x)\n)\n', '}\n', 'y("s")\ny\n']
for beginning in BEGINNINGS:
    for end in ENDS:
        try:
            compile(beginning + end, 'source.py', 'exec')
            print('accepted')
        except SyntaxError as error:
            print(error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text.rstrip('\n')))
