# recorded by hand: beautifulsoup4 is not on the machine that records
import copy
import warnings

from bs4 import BeautifulSoup, Comment, CData, NavigableString
from bs4.element import ResultSet

PAGE = '''<html><head><title>Page</title><style>p {}</style></head><body class="wide home"><p id="one">One <b>bold</b> &amp; more</p>
<!-- note --><p id="two" title='a "b"'>Two<br/></p><script>1 < 2</script><template><i>t</i></template></body></html>'''
soup = BeautifulSoup(PAGE, 'html.parser')
one, two = soup.find_all('p')


def shown(make):
    try:
        return make()
    except (ValueError, TypeError, AttributeError, NotImplementedError) as e:
        return f'{type(e).__name__}: {e}'


print([each.name for each in soup.find_all()], soup.find().name, len(soup.find_all(string=True)), soup.find_all({'p': 1}, id=b'two') == [two])
print(two.previous_element, repr(one.b.previous_element), soup.next_element, [each.name for each in two.previous_elements if each.name])
print(two.find_previous('b'), two.find_all_previous(['title', 'p']), [each.name for each in one.b.self_and_parents], list(one.self_and_next_siblings)[1:2])
print(type(soup.script.string).__name__, soup.get_text('|', strip=True), soup.script.get_text(), soup.template.i.get_text(), repr(soup.get_text(types=Comment)))
print(one.sourceline, two.sourceline, one.get_attribute_list('id'), one.get_attribute_list('none'), soup.body['class'], isinstance(soup.find_all('p'), ResultSet))
print(soup.css.select_one('p#two')['id'], one.index(one.b), list(one.strings), list(one.b.string.strings), type(soup.body.decode_contents()).__name__)
print(two, two.encode('ascii'), two.encode_contents(), BeautifulSoup('<p>é<br></p>', 'html.parser').p.decode(formatter='html5'),
      BeautifulSoup('<p>é & <b>', 'html.parser').decode(formatter='html'), BeautifulSoup('<p>a & b', 'html.parser').decode(formatter=None),
      BeautifulSoup('<p a="x">y', 'html.parser').decode(formatter=lambda text: text.upper()))
print(BeautifulSoup('<a class="x y" class="z">', 'html.parser', multi_valued_attributes=None, on_duplicate_attribute='ignore').a)

copied = copy.copy(one)
print(copied == one, copied is one, copied.parent, copy.deepcopy(one.b.string).parent)
new = soup.new_tag('u', string='new')
print(one.insert(1, new, 'text'), one.append('!'), one.extend(['?', soup.new_tag('s')]), one)
one.smooth()
print(len(one.contents), one.b.insert_before('<'), one.b.insert_after('>'), one.b.string.wrap(soup.new_tag('em')), one)
print(one.b.replace_with(NavigableString('B'), CData('c')), one, one.u.unwrap(), one.decomposed)
gone = two.br
two.decompose()
print(two.decomposed, gone.decomposed, soup.body.find_all('p', recursive=False) == [one])
for wrong in (lambda: one.insert(0, one), lambda: one.append(None), lambda: one.index('x'), lambda: soup.new_tag('a').unwrap(), lambda: soup.new_tag('a').replace_with('b'),
              lambda: soup.new_tag('a').insert_before('b'), lambda: one.insert_after(one), lambda: one.replace_with(one.parent), lambda: soup.insert_before('x'),
              lambda: NavigableString('a')['b'], lambda: soup.find_all('p').text, lambda: BeautifulSoup(3, 'html.parser')):
    print(shown(wrong))

with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter('always')
    BeautifulSoup('<p>')
    BeautifulSoup('http://example.org/', 'html.parser')
    BeautifulSoup('page.html', 'html.parser')
    soup.findAll('p')
    soup.find_all('p', text='x')
    one.nextSibling
    one.renderContents()
for each in told:
    print(each.category.__name__, str(each.message).partition('\n')[0], each.filename == __file__)
