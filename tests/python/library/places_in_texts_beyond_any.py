"""Places and counts that no machine's word holds."""
import re

p = re.compile('a')
for call in (lambda: p.match('a', 2**70), lambda: p.search('a', 0, 2**70), lambda: p.fullmatch('a', -2**70),
             lambda: p.split('a', 2**70), lambda: re.sub('a', 'b', 'a', count=2**70), lambda: 'abc'.find('a', 2**70),
             lambda: 'abc'.startswith('a', -2**70), lambda: 'a'.replace('a', 'b', 2**70), lambda: [1, 2].pop(2**70)):
    try:
        print(repr(call()))
    except (IndexError, OverflowError) as error:
        print(type(error).__name__, error)
