# A parenthesis or an end where a selector is due, and what :has() and :is() take, in soupsieve's words.
# recorded by hand: CPython 3.13.0 with beautifulsoup4 4.15.0 and soupsieve 4.1.3.
from bs4 import BeautifulSoup

soup = BeautifulSoup('<p class=a>x</p>', 'html.parser')
for text in (')', ' )', 'a)', 'a )', '()', 'a,)', 'a>)', ' /* c */)', '/* c */)', '', ' ', 'a >', ' a >', '> a', 'a,,b', 'a,', ':not(', ':not(a',
             ':not(a,)', ':not(,a)', ':not(a >)', ':not()', ':not(a))', ':is(a,', ':is(a >', ':is(,)', ':is( )', ':is(> a)', ':is(p, a >)',
             ':is(,a >)', ':is(a >)', ':has()', ':has(>)', ':has(> > a)', ':has(a >)', ':has(a b)', ':has(> a > b)', ':has(a, b c)',
             ':has(p, > a)', ':nth-child(2n of )', ':nth-child(2n of a,)'):
    try:
        print(repr(text), soup.select(text))
    except Exception as exc:
        print(repr(text), type(exc).__name__, exc)
