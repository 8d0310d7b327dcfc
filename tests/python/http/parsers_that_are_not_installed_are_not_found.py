# recorded by hand: needs beautifulsoup4
"""Beautiful Soup without lxml and html5lib: the parsers that it cannot find."""
import bs4

for parser in 'lxml', 'html5lib', 'xml', 'lxml-xml', 'foo', ['lxml'], 'html.parser':
    try:
        print(bs4.BeautifulSoup('<p>a<b>c', parser))
    except bs4.FeatureNotFound as e:
        print(type(e).__mro__[:2], e)
try:
    bs4.BeautifulSoup('<p>', features='lxml')
except ValueError as e:
    print(e)
