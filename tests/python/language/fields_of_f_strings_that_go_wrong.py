"""What is wrong with a field is said, though the quote that ends the literal would begin another."""
SOURCES = [
    "f'{3!:'", "f'{a = !r'", 'f"{1:{2:{3:{4}}}}"', 'f"{1:{2:{3}}}"', r"f'{a\}'", r"f'\N{GREEK CAPITAL LETTER DELTA'",
    "f'{3:{{>10}'", "f'{3:{{>10}}}'", "f'{='", "f'{!'", "f'{:'", "f'{1=}{1;'", "f'{1=}{;'", "f'{1;'", "f'{a b'",
    "f'{a:{b'", "f'{a!r' 'b'", "f'{a:b' + 1", "f'{a:{b}'", "f'{(a}'", "f'{a'", "f'{a $ b}'", "x = (f'{a:b'",
]
for source in SOURCES:
    try:
        compile(source, "x", "exec")
        print(source, "is fine")
    except SyntaxError as e:
        print(source, "|", e.msg, e.offset, e.end_offset)

# A comment is no part of what `=` shows; nor is, in 3.13, a text from its number sign on.
print(f'{"#" = }', f'{"a#b"=}')
print(f'''{1 +  # one
2 = # three
}''')
