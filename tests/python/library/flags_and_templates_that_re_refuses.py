# Flags that are none, or do not go together, and replacements that are none are refused below re's own frames.
import re
import traceback

for call in (lambda: re.match('a', re.I, 'a'), lambda: re.compile('a', re.L), lambda: re.compile('(', re.L),
             lambda: re.compile('a', re.A | re.U), lambda: re.compile(b'a', re.U), lambda: re.compile(b'a', re.A | re.L),
             lambda: re.sub('a', {}, 'a'), lambda: re.sub('a', 5, 'a'), lambda: re.sub('a', None, 'a'),
             lambda: re.sub('a', 'b', 'c', count='d'), lambda: re.split('a', 'b', maxsplit='c'),
             lambda: re.match('a', 'a').expand([]), lambda: re.match('a', 'a').expand(3)):
    try:
        print(call())
    except (TypeError, ValueError, re.error) as error:
        print(type(error).__name__, error)
        for frame in traceback.extract_tb(error.__traceback__)[2:]:
            print('   ', frame.filename.replace('\\', '/').split('/')[-1], frame.lineno, frame.name, '|', frame.line)
