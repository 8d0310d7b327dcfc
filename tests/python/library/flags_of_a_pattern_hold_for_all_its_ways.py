# Flags at the start of a pattern hold behind each «|», those of a group only within it.
import re

for pattern in '(?i)hello|hi', '(?i:hello)|hi', '(?i)a|(?:b|(?-i:c))', '(?ix) h i | y o  # said', '(?s)a.|b.|(c.)':
    found = [re.fullmatch(pattern, text) is not None for text in ('HELLO', 'hi', 'HI', 'A', 'B', 'c', 'C', 'YO', 'b\n', 'c\n')]
    print(pattern, *map(int, found))
