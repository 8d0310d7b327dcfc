import re

scanner = re.Scanner([
    (r'\d+(\.\d+)?', lambda s, t: ('number', float(t), s.match.start())),
    (r'[a-z_]\w*', lambda s, t: ('name', t)),
    (r'(<=|>=|[-+*/=<>])', lambda s, t: ('operator', t)),
    (r'#', 'comment'),
    (r'\s+', None),
], re.I)
print(scanner.scan('Rate = 12.5 * x2 <= # 3'))
print(scanner.scan('a ? b'), scanner.scan(''), scanner.scan('!'))
try:
    re.Scanner([('(', None)])
except re.error as e:
    print(type(e).__name__)
