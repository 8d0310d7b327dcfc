# Flags at the start of a pattern hold behind each «|», those of a group only within it.
import re

for pattern in '(?i)hello|hi', '(?i:hello)|hi', '(?i)a|(?:b|(?-i:c))', '(?ix) h i | y o  # said', '(?s)a.|b.|(c.)':
    found = [re.fullmatch(pattern, text) is not None for text in ('HELLO', 'hi', 'HI', 'A', 'B', 'c', 'C', 'YO', 'b\n', 'c\n')]
    print(pattern, *map(int, found))

# In a verbose pattern they may stand behind comments.
print(re.compile('''
    # a word
    (?i) abc    # in any case
''', re.VERBOSE).match('ABC'), re.match('(?#first)(?x) (?i) abc', 'Abc'))
for pattern in (' (?i)abc', 'a(?i)', '(?x) a (?i)b'):
    try:
        re.compile(pattern)
    except re.error as e:
        print(e)
