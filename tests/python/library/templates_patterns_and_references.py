import string, fnmatch, html, statistics, binascii, os.path, textwrap
class T(string.Template):
    delimiter = '@'
    idpattern = r'[a-z]+\.[a-z]+'
print(T('@a.b and @{c.d} @@ @x').safe_substitute({'a.b': 1, 'c.d': 2}), T('@a.b').get_identifiers(), T('@A.B').substitute({'A.B': 3}))
class D(dict):
    def __missing__(self, key): return f'<{key}>'
print(string.Template('$x ${y}').substitute(D()))
try: string.Template('$x $').substitute(x=1)
except ValueError as e: print(e)
print(fnmatch.fnmatch(b'test', b'te*'), fnmatch.filter([b'a.py', b'b'], b'*.py'))
try: fnmatch.fnmatch('test', b'*')
except TypeError as e: print(e)
print(html.unescape('&lt;&#65 &#x42;&amp &copy2024 &nope; &#0;&#128;'), statistics.harmonic_mean([40, 60]), statistics.harmonic_mean([2.5, 3, 10], [1, 2, 3]), binascii.hexlify(b'\xb9\x01\xef', b'_'))
print(os.path.normcase('A/b'), os.path.devnull, os.path.pathsep)
print(textwrap.wrap('You should use the -n option, or --dry-run in its long form.', 20))
