"""xml.etree.ElementInclude and canonicalize."""
import io
import os
import xml.etree.ElementTree as ET
from xml.etree import ElementInclude

FILES = {'main': '<doc xmlns:xi="http://www.w3.org/2001/XInclude"><p>one</p><xi:include href="part"/> and '
                 '<xi:include href="words" parse="text"/>!</doc>',
         'part': '<part xmlns:xi="http://www.w3.org/2001/XInclude"><b/><xi:include href="words" parse="text"/></part>',
         'words': 'some <words>',
         'loop': '<doc xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="loop"/></doc>',
         'odd': '<doc xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="words" parse="other"/></doc>',
         'none': '<doc xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="nothing" parse="text"/></doc>',
         'back': '<doc xmlns:xi="http://www.w3.org/2001/XInclude"><xi:fallback/></doc>'}


def load(href, parse, encoding=None):
    text = FILES.get(href)
    return ET.fromstring(text) if parse == 'xml' else text


root = ET.fromstring(FILES['main'])
ElementInclude.include(root, load)
print(ET.tostring(root, encoding='unicode'))
for name, options in (('loop', {}), ('odd', {}), ('none', {}), ('back', {}), ('main', {'max_depth': 0}), ('main', {'max_depth': -1})):
    try:
        ElementInclude.include(ET.fromstring(FILES[name]), load, **options)
    except (SyntaxError, ValueError) as error:
        print(type(error).__name__, error)
with open('words.txt', 'w') as file:
    file.write('grüße')
print(ElementInclude.default_loader('words.txt', 'text'))
os.remove('words.txt')

TEXT = '''<?xml version="1.0"?><?style  a ?><!-- c --><r  b='2' a="1&#9;&lt;"
 xmlns:y="urn:y" xmlns="urn:x" ><y:k y:z="q" n="y:name"/> text &gt; <![CDATA[<&>]]><e xml:space="preserve">  s </e>
<t>y:kind</t></r><!-- end -->'''
print(ET.canonicalize(TEXT))
for options in ({'with_comments': True}, {'strip_text': True}, {'rewrite_prefixes': True}, {'exclude_tags': ['{urn:x}e']},
                {'exclude_attrs': ['b', '{urn:y}z']}, {'rewrite_prefixes': True, 'qname_aware_tags': ['{urn:x}t'], 'qname_aware_attrs': ['n']}):
    print(options, ET.canonicalize(TEXT, **options), sep='\n')
out = io.StringIO()
print(ET.canonicalize(from_file=io.StringIO('<a y="1" x="2"/>'), out=out), out.getvalue())
try:
    ET.canonicalize()
except ValueError as error:
    print(error)
try:
    ET.canonicalize('<a n="u:v"/>', qname_aware_attrs=['n'])
except ValueError as error:
    print(error)
