"""Refusals of patterns and replacements have the frames of re/_parser.py and re/_compiler.py."""
import re, traceback
def t(f):
    try: print(repr(f()))
    except BaseException: traceback.print_exc()
for p in ('(abc', '[a-', '*a', 'a**', 'a{2,1}', '(?P<n>a)(?P<n>b)', r'\1', '(?P=x)', '(?<=a+)b', ')', '(?z)', '(?P<1>a)', r'\q', r'[\q]', '(?(1)a|b)', '[b-a]', 'a{99999999999}', '(?', '(?P', '(?P<', '(?P<n', '(?#', r'\x1', r'\u12', r'\N{x}', '(?i', 'a|*', '(?P>x)', '(?<x', '(?-i)a', '(?i-i:a)', 'a(?i)', '[[:alpha:]]', '(?(x)a)', '(?L)a'):
    t(lambda: re.compile(p))
t(lambda: re.sub('a', r'\2', 'a')); t(lambda: re.sub('a', r'\g<x>', 'a')); t(lambda: re.sub('(a)', r'\q', 'a')); t(lambda: re.compile(b'a').match('a')); t(lambda: re.compile('a').match(b'a')); t(lambda: re.compile(5)); t(lambda: re.match('a', 5)); t(lambda: re.match('a', 'a').group(3)); t(lambda: re.match('(?P<x>a)', 'a').group('y')); t(lambda: re.match('a', 'a')['q']); t(lambda: re.compile(re.compile('a'), re.I)); t(lambda: re.split('', 5)); t(lambda: re.findall('a', None)); t(lambda: re.fullmatch('(', 'x')); t(lambda: re.finditer('(', 'x')); t(lambda: re.search('(', 'x')); t(lambda: re.escape(5)); t(lambda: re.sub('(', '', 'x')); t(lambda: re.subn('(', '', 'x')); t(lambda: re.split('(', 'x')); t(lambda: re.findall('(', 'x'));
