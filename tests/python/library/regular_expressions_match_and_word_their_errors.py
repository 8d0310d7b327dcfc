import re
print(re.findall(r'\d+', 'a1b22c333'), re.findall(r'(\w)(\d)', 'a1b2'), re.findall(r'(\w)\d', 'a1b2'))
m = re.match(r'(?P<first>\w+) (?P<last>\w+)', 'Isaac Newton, physicist')
print(m, m.group(), m.group(0, 1, 'last'), m.groups(), m.groupdict(), m.span('last'), m.start(), m.end(2), m['first'], m.lastindex, m.lastgroup, m.re.pattern)
print(re.search(r'(?<=abc)def', 'abcdef'), re.search(r'(?<!abc)def', 'abcdef'), re.search(r'x(?=y)', 'xy'), re.search(r'x(?!y)', 'xyxz'))
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub('a', lambda m: m.group().upper(), 'banana', count=2), re.subn('a', 'o', 'banana'))
print(re.split(r'[,;]\s*', 'a, b;c,  d'), re.split(r'(,)', 'a,b,c'), re.split(',', 'a,b,c', maxsplit=1), re.split('', 'abc'), re.split(r'\b', 'Words, words'))
print(re.compile(r'^\s*#.*$', re.M | re.I), re.compile('a'), re.compile(b'a'), re.I, re.I | re.M, repr(re.ASCII))
print([x.group() for x in re.finditer(r'[A-Z]\w*', 'Hello World foo Bar')], re.fullmatch(r'\d{3}-\d{4}', '555-1234'), re.fullmatch(r'\d{3}', '1234'))
print(re.findall(r'a*', 'baac'), re.findall(r'a*?', 'baac'), re.sub('x*', '-', 'abxd'), re.sub(r'', '-', 'abc'))
print(re.match('(a*)*', 'b').groups(), re.match('(a)|b', 'b').groups(), re.match('(a|ab)(c|bcd)(d*)', 'abcd').groups())
print(re.match(r'(\w+)\s\1', 'the the').group(), re.match(r'(?i)HELLO', 'hello'), re.match('(?x) a  b # c\n c', 'abc'), re.match(r'(?s).+', 'a\nb').group())
for bad in ['(', 'a)', '[', '*a', 'a**', '(?P<n>a)(?P<n>b)', r'\1', '(?P=x)', 'a{3,2}', '[z-a]', '(?<=a*)b', r'\q', '(?', '(?Pz)', '\\', '(?P<1>a)']:
    try:
        re.compile(bad)
        print('ok', bad)
    except re.error as e:
        print(bad, '|', e, e.pos, e.lineno, e.colno, e.msg)
print(re.escape('a.b*c?[d]'), re.escape('hello world-1'))
email = re.compile(r'[\w.+-]+@[\w-]+\.[\w.-]+')
print(email.findall('a@b.com, foo.bar+x@y-z.co.uk'), email.sub('<mail>', 'write to a@b.com now'))
print(re.sub(r'(?P<y>\d{4})-(?P<m>\d\d)', r'\g<m>/\g<y>', '2024-05'), re.sub('.', r'\g<0>\g<0>', 'ab'), re.sub('b', r'\\', 'abc'), re.sub('b', r'\n', 'abc'))
print(re.findall('[^aeiou\\s]+', 'hello there'), re.findall(r'\bfoo\b', 'foo foobar foo'), re.findall(r'\w+', 'naïve café 日本'), re.findall(r'\w+', 'naïve', re.A), re.findall(rb'\w+', b'ab cd'))
print(re.match(r'(a(b)?)+', 'aba').groups(), re.match(r'(?:(a)|b)*', 'ab').groups(), re.search(r'(.)(.)(.)?', 'ab').groups('x'))
print(re.match(r'<(\w+)>(.*?)</\1>', '<b>bold</b><i>x</i>').groups(), re.findall(r'<a href="([^"]+)"', '<a href="x"> <a href="y">'))
print(re.match(r'a{2,3}?', 'aaaa').group(), re.match(r'a{,2}', 'aaaa').group(), re.match(r'a{2}', 'aaaa').group(), re.match('x{', 'x{').group(), re.match('a++b', 'aaab'), re.match('a++ab', 'aaab'), re.match('(?>a+)b', 'aab'))
print(re.match(r'(<)?\w+(?(1)>|$)', '<a>'), re.match(r'(<)?\w+(?(1)>|$)', '<a'), re.match(r'(<)?\w+(?(1)>|$)', 'a'))
p = re.compile(r'(\d+)')
print(p.search('ab12cd', 3), p.match('12', 1), p.groups, p.groupindex, p.flags, p == re.compile(r'(\d+)'))
print(m.expand(r'\2-\1'), bool(m), m.pos, m.endpos, m.string, m.regs)
try:
    m.group('zz')
except IndexError as e:
    print(e)
try:
    re.match('a', b'a')
except TypeError as e:
    print(e)
try:
    re.match('a', 5)
except TypeError as e:
    print(e)
try:
    re.compile(5)
except TypeError as e:
    print(e)
print(re.findall(r'(?m)^\w+$', 'ab\ncd\n'), re.findall(r'$', 'a\n'), re.match(r'\Aab\Z', 'ab'), re.findall('É', 'é', re.I), re.match('[a-z]+', 'ABC', re.I), re.match('straSSe', 'STRASSE', re.I))
tok = re.compile(r'(?P<NUM>\d+)|(?P<OP>[+*/-])|(?P<WS>\s+)')
print([(t.lastgroup, t.group()) for t in tok.finditer('12 + 3*4')])
