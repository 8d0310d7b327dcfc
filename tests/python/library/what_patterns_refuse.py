import collections
import re

for given in (re.match('a', 'a'), re.compile('a'), collections.deque(), 5, None, [1]):
    try:
        re.match('a', given)
    except TypeError as e:
        print(e)
try:
    min(re.match("a", "a"))
except TypeError as e:
    print(e)

# Flags of bytes, groups that lie behind, numbers too large.
for pattern, flags in ((b'(?L)a', re.A), (b'(?a)a', re.L), ('(a)b(?<=(?(2)b|x))(c)', 0), ('(a)b(?<=(a)(?(2)b|x))(c)', 0),
                       ('(a)b(?<=(?(1)b|x))(c)', 0), ('.{%d,%d}' % (2 ** 129, 2 ** 128), 0), ('.{4294967295}', 0)):
    try:
        print(re.compile(pattern, flags))
    except (re.error, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
