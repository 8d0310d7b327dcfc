import re
from re import _constants, _parser

for pattern in (
    r'ab*c+?d?+', r'(a)(?:b|c)(?P<n>d){2,}', r'^\d[\w-][^x][^xy]$', r'abc|abd|ab', r'a|b|[c-e]', r'(?i:a)(?:b)(?-s:.)',
    r'(?=a)(?!b)(?<=c)(?<!d)(?!)', r'(a)?(?(1)b|c)(?(1)d)\1', r'(?>a|ab)\b\B\A\Z', r'(?:ab)*', r'(?x) a  b # c', b'\xff.', r'[\d\s]', '',
):
    tree = _parser.parse(pattern)
    print(pattern, tree, tree.getwidth(), len(tree), tree.state.groups, tree.state.groupdict, re.RegexFlag(tree.state.flags))

_parser.parse(r'(x[a-f]+|y(?:z|w)q)??(?(1)s|t)(?>u)(?=v).').dump()
tree = _parser.parse('ab+')
print(tree[0], tree[1:], tree[1][1][2], tree[0][0] is _constants.LITERAL, _parser.MAXREPEAT, _parser.MAXWIDTH)
tree.append((_constants.ANY, None))
del tree[0]
tree[0] = (_constants.AT, _constants.AT_END)
print(tree)
for pattern in r'(?\b)', r'(?P\d)', r'(?<\w)', '(?\\', '(a', 'a**':
    try:
        _parser.parse(pattern)
    except _constants.error as error:
        print(error)
