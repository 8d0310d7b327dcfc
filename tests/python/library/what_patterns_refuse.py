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
