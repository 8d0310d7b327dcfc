# TOML: tables, arrays of tables, all kinds of values, and what is said of wrong ones.
import tomllib

TEXT = '''
# a comment
title = "TOML Example"  # another
"quoted key" = 'C:\\path'
a.b.c = 1
a.b."d e" = 2

[owner]
name = "Tom \\"T\\" \\u00e9 \\t."
dob = 1979-05-27T07:32:00-08:00
day = 1979-05-27
local = 1979-05-27 07:32:00.5
at = 07:32:00
[database]
enabled = true
ports = [ 8000, 8_001, [1, 2], # in between
  "x", ]
data = [ ["delta", "phi"], [3.14] ]
temp = { cpu = 79.5, case = { x = 1 } }
numbers = [0xDEAD_beef, 0o17, 0b101, -17, +3, 1e3, -0.5e-2, inf, -inf, 1_000]
[servers.alpha]
ip = "10.0.0.1"
[servers]
count = 1
[[fruits]]
name = "apple"
[fruits.physical]
color = "red"
[[fruits.varieties]]
name = "red delicious"
[[fruits.varieties]]
name = "granny smith"
[[fruits]]
name = "banana"
[text]
many = """
one \\
    two
three ""quoted"" """
raw = \'\'\'
as \\is
\'\'\'
'''
for key, value in tomllib.loads(TEXT).items():
    print(key, value)
print(tomllib.loads('x = 1.5\r\ny = nan', parse_float=str), tomllib.loads(''))
for bad in ('x', 'x =', 'x = 1 y = 2', 'x = 1\nx = 2', '[a]\n[a]', 'x = "abc', 'x = [1', "x = 'a\n'", 'x = 2024-13-01', '= 1', 'x = {a = 1',
            'x = "\\q"', '[a', '[[a]', 'a = 1\na.b = 2', 'x = 01', 'x = tru', 'x = 2024-02-30', 'x = "\\u12"', 'a = {b = 1}\n[a.c]',
            '[a.b]\n[a]\nb = 1', 'x = """a'):
    try:
        print(tomllib.loads(bad))
    except tomllib.TOMLDecodeError as exc:
        print(repr(bad), exc)
for bad in (b"x = 1",):
    try:
        tomllib.loads(bad)
    except TypeError as exc:
        print(exc)
with open('/tmp/example.toml', 'wb') as file:
    file.write(b'[tool.x]\nk = "v"\n')
with open('/tmp/example.toml', 'rb') as file:
    print(tomllib.load(file))
try:
    with open('/tmp/example.toml') as file:
        tomllib.load(file)
except TypeError as exc:
    print(exc)
