# recorded by hand: beautifulsoup4 is not on the machine that records
# A strainer says what of a document is read, or what is looked for.
import re

from bs4 import BeautifulSoup, SoupStrainer

PAGE = '''<!DOCTYPE html><html><head><title>Page</title></head><body class="main">
<p class="a">One <a href="/x" id="first">x <b>bold</b></a> and <a href="http://y">y</a></p>
<p class="b c">Two</p><!-- note --><a name="z">z</a></body></html>'''
for strainer in (SoupStrainer('a'), SoupStrainer('a', href=True), SoupStrainer(id='first'), SoupStrainer('p', class_='c'),
                 SoupStrainer('p', {'class': re.compile('^a')}), SoupStrainer(['b', 'title']), SoupStrainer(string='Two'),
                 SoupStrainer(string=re.compile('^ ?[a-z]')), SoupStrainer('p', 'b'), SoupStrainer(lambda name, attrs=None: name == 'b')):
    try:
        print(BeautifulSoup(PAGE, 'html.parser', parse_only=strainer))
    except TypeError as e:
        print(type(e).__name__)
soup = BeautifulSoup(PAGE, 'html.parser')
print(soup.find_all(SoupStrainer('a', href=re.compile('http'))), soup.find(SoupStrainer(class_='c')).text)
print(soup.find_all(SoupStrainer('a', string='y')), [str(each) for each in soup.find_all(SoupStrainer(string='z'))])
print(len(list(BeautifulSoup(PAGE, 'html.parser', parse_only=SoupStrainer('body')).descendants)))
