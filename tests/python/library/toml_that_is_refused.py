# What is wrong with a document, and where.
import tomllib

DOCUMENTS = (
    'a = 1\na = 2', 'a.b = 1\na = 2', 'a = 1\na.b = 2', '[a]\n[a]', '[a]\nb = 1\n[a.b]', '[a.b]\n[a]\n[a]',
    'a = {b = 1}\n[a]', 'a = {b = 1}\n[a.c]', 'a = {b = 1}\na.c = 2', 'a = [1]\n[[a]]', '[[a]]\n[a]', '[a]\n[[a]]',
    'a = [{b = 1}]\n[a.c]', '[a]\nb.c = 1\n[a.b]', 'b.c = 1\n[b]', '[a.b.c]\nz = 9\n[a]\nb.c.t = 1',
    '[[a.b]]\n[a]\nb.y = 2', 'a = {b = 1, b = 2}', 'a = {b.c = 1, b = 2}', 'a = {b = {c = 1}, b.d = 2}',
    '[[a]]\n[[a.b]]\n[a.b]', '[[a.b]]\n[a.b.c]\nd = 1\n[a.b.c]', 'a.b.c = 1\n[a.b]', 'a = 1 b = 2', 'a', 'a =', '= 1',
    '[', '[a', '[[a]', '[a]b = 1', 'a = [1,,2]', 'a = [1 2]', 'a = [1,', 'a = {b = 1', 'a = {b = 1,}', 'a = {b}', 'a = "x',
    "a = 'x", 'a = """x', "a = \'\'\'x", 'a = "\\u12"', 'a = "\\ud800"', 'a = "\\q"', 'a = """\\q"""', 'a = "x\ny"',
    "a = 'x\ny'", 'a = "\x01"', "a = '\x7f'", "a = \'\'\'x\r\'\'\'", '# \x00', 'a = 1 # \x01', 'a = 01', 'a = 1_', 'a = 0x',
    'a = +0x1', 'a = 1.', 'a = .1', 'a = 1e', 'a = tru', 'a = 2020-13-01', 'a = 25:00:00', 'a = 10:00', 'a..b = 1', 'a. = 1',
    'a b = 1', '[a..b]', 'a."b = 1', '"""a""" = 1', 'a = 1\r')
for text in DOCUMENTS:
    try:
        print(repr(text), tomllib.loads(text))
    except tomllib.TOMLDecodeError as e:
        print(repr(text), e)
for text in ('[[a]]\nb = 1\n[[a]]\n[a.c]\nd = 2', '[a.b]\n[a]\nc = 1', 'a.b = 1\na.c = 2', '[x.y.z.w]\n[x]',
             'a = {b.c = 1, b.d = 2}', '[a]\nb = {}\n[a.c]', 'a = [{b = 1}, {c = 2}]', "a = \'\'\'\nx\'\'\'\'\'", 'a = """\\\n  x"""'):
    print(tomllib.loads(text))
