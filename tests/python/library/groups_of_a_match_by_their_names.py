# What took part in a match last, and all named groups: of the tokens of a small language, and of optional parts.
import re

TOKEN = re.compile(r'(?P<number>\d+(\.\d+)?)|(?P<name>[a-z]\w*)|(?P<sign>[-+*/=()])|(?P<space>\s+)|(?P<other>.)')
print([(found.lastgroup, found[0]) for found in TOKEN.finditer('x = 3.5*(y1 - 20)?') if found.lastgroup != 'space'])
moment = re.compile(r'(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?')
for text in ('2024-05-06', '2024-05', '2024'):
    match = moment.match(text)
    print(match.groupdict(), match.groupdict('?'), match.groupdict(default=0), match.lastindex, match.lastgroup)
for pattern, text in [('(a)(b)?', 'a'), ('((a)(b))', 'ab'), ('(a)|(?P<b>b)', 'a'), ('(?P<x>)', ''), ('a', 'a'), ('(a)*', 'b'),
                      ('(?P<k>(a)b)', 'ab'), (b'(?P<k>a)', b'a')]:
    match = re.match(pattern, text)
    print(pattern, match.lastindex, match.lastgroup, match.groupdict())
for call in (lambda: match.groupdict(1, 2), lambda: match.groupdict(wrong=1)):
    try:
        call()
    except TypeError as error:
        print(error)
print(list(moment.match('2024').groupdict()), type(match).lastgroup.__get__(match))
