# `compile` of bytes: what is no UTF-8 is nothing to a comment, and a SyntaxError at the token that holds it.
import traceback

SOURCES = [
    b'x = "\xe9"\n',
    b'a = 1\nx = "\xe9"\n',
    b"# \xe9\nx = 1\n",
    b"a = 1 # \xff comment\nb = 2\n",
    b'# -*- coding: utf-8 -*-\nx = "ab\xe9"\n',
    b'# -*- coding: latin-1 -*-\nx = "\xe9"\n',
    b'# -*- coding: ascii -*-\nx = "\xe9"\n',
    b"x = \xe9\n",
    b"x = a\xe9b + 1\n",
    b'x = "\xc3\xa9" \xff\n',
    b'x = "\xed\xa0\x80"\n',
    b'"""a\nb\n\xff"""\n',
    b"x = (\n1,\n\xff)\n",
    b'x = "\xf0\x90"',
    b'x = "a\\n\xe9\xc3\xa9"\n',
    b'x = r"a\\n\xe9"\n',
    b"def f():\n    return 'caf\xe9', 1\n",
    b"\xff",
    b'x = "\xc3\xa9\xc3\xa9" + "\xff"\n',
    b"x = '''\xff'''\n",
]
for source in SOURCES:
    try:
        print(compile(source, "file.py", "exec").co_consts)
    except SyntaxError as error:
        print(error.args)
for source in SOURCES[1], SOURCES[16]:
    try:
        exec(source)
    except SyntaxError:
        traceback.print_exc()
try:
    eval(b'"\xe9" + 1')
except SyntaxError as error:
    print(error.args)
