"""A program's tokens, those of f-strings and those that mean nothing included, and the program that is made of tokens."""
import io
import tokenize

PROGRAMS = ['x', 'if a:\n    b\n\n  # c\n    d\ne', 'a = (1,\n  2)\n', "s = '''ab\ncd''' + 1\n", 'a = 1 + \\\n  2\n',
            "f'a{{b{x!r:>{w}}}}c' f'{y=}'\n", "f'''a\n{b\n}c'''\n", "f'{x!r}' f'{lambda y: 1}' f'{a:%H:%M}' f'{x:}'",
            "f'a{\n    x:d\n}b'", "f'{f\"{b}\"}' rf'\\{b}' f'\\N{DASH}{a}'", 'rb"x" Rb\'y\' u"z"\n', 'def f():\n  if x:\n    y\n',
            '0x1f 1_000 1.5e-3j .5 0b101 1e 5.\n', 'a := b -> c ... != <> $ ? é\n', '', '\n\n', '# only', '\tx\n', 'x\n  ',
            'a\r\nb\r\n', '1abc 0777\n', '(]\n', '\x0cx;y\n', '@d\ndef f(a: int=1, /, *b, **c) -> None: ...\n',
            "x = 'abc\n", "x = '''abc\n", '(a,\n', 'if a:\n    b\n  c\n', '1__0\n', '0xg\n', '0o8', '0b12', 'a b\\ c\n', "f'{a'",
            "f'{a", "f'a", "f'}'", 'if x:\n\ty\n        z\n', "'a\\\nb' 'c\\"]
for program in PROGRAMS:
    print(repr(program))
    try:
        for found in tokenize.generate_tokens(io.StringIO(program).readline):
            print('  ', found)
    except Exception as error:
        print('  ', type(error).__name__, error.args)

source = b'# -*- coding: latin-1 -*-\nx = 1 # \xe9\n'
print(list(tokenize.tokenize(io.BytesIO(source).readline))[:3], tokenize.detect_encoding(io.BytesIO(source).readline))
for start in (b'\xef\xbb\xbfx\n', b'# coding: foo\n', b'\xff\n', b'', b'\n#coding=utf8\n', b'a\n# coding: latin-1\n',
              b'\xef\xbb\xbf# coding: latin-1\n'):
    try:
        print(tokenize.detect_encoding(io.BytesIO(start).readline))
    except SyntaxError as error:
        print(error)

PROGRAM = 'def f(a):\n    if a:  # yes\n        return f"{a!r:>{10}} {{x}}"\n\n    return [1,\n       2]\nx = a + \\\n  b\n'
tokens = list(tokenize.generate_tokens(io.StringIO(PROGRAM).readline))
print(tokenize.untokenize(tokens), tokenize.untokenize(one[:2] for one in tokens), sep='\n')
print(tokenize.untokenize(tokenize.tokenize(io.BytesIO(PROGRAM.encode()).readline)))
changed = []
for one in tokenize.generate_tokens(io.StringIO("print(3.14 * r, 'a' 'b')").readline):
    if one.type == tokenize.NUMBER:
        changed += [(tokenize.NAME, 'Decimal'), (tokenize.OP, '('), (tokenize.STRING, repr(one.string)), (tokenize.OP, ')')]
    else:
        changed.append((one.type, one.string))
print(tokenize.untokenize(changed))
print([(tokenize.tok_name[one.exact_type], one.string) for one in tokens][:12])
try:
    tokenize.untokenize([tokenize.TokenInfo(1, 'a', (2, 5), (2, 6), ''), tokenize.TokenInfo(1, 'b', (1, 0), (1, 1), '')])
except ValueError as error:
    print(error)
with open('/tmp/tokens_of_a_program.txt', 'w') as file:
    file.write(PROGRAM)
with tokenize.open('/tmp/tokens_of_a_program.txt') as file:
    print(file.encoding, file.mode, file.read() == PROGRAM)
