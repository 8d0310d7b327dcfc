x = 1
print("\N{BULLET} \N{GREEK SMALL LETTER ALPHA}", f"\N{DEGREE SIGN}{x}\N{SNOWMAN}", f'{x:\N{ASTERISK}>5}')
print(ascii("\N{bullet}\ud800\N{LF}\N{NBSP}\N{HANGUL SYLLABLE GAG}\N{CJK UNIFIED IDEOGRAPH-4E2D}"), r"\N{x}", b"\N{x}")
print(f"\N{AMPERSAND}{{}}{x}\N{LEFT CURLY BRACKET}", rf"\N{x}")
for source in (r'"a\N{FOO}"', r'f"a{1}b\N{FOO}"', r'f"a\N{FOO}"', r'"é\N{FOO}"', r'"é\x1"', r'f"\x1"', r'f"{1}\u12 "', r'"\N"',
               r'"\Nx"', r'"\N{"', r'"\N{}"', r'"\N{abc"', r'f"\N{}"', r'("x" "y" "\N{FOO}")', r'"\N{ BULLET}"',
               'f"{x! r}"', r'"\N{KEYCAP DIGIT ONE}"', "x = {'a': 1, 'b' 2}", "x = {'a': 1, b 2, 'c': 3}", "x = {'a' 1}",
               "f({'a': 1, f(x) 2})", "x = {'a': 1, 1 if 2 else 3 4}", "x = {'a': 1, 'b' -2}", "x = {'a': 1, 'b'= 2}"):
    try:
        compile(source, 'source', 'exec')
    except SyntaxError as e:
        print(source, '|', e.msg, e.offset)
for escaped in (rb'\N{BULLET}x', rb'\N{', rb'\Nx', rb'\N{FOO}', rb'\N{}'):
    try:
        print(escaped.decode('unicode_escape'))
    except UnicodeDecodeError as e:
        print(e)
