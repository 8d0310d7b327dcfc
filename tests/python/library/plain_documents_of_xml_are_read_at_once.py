"""Documents that are plain and such as are not come to the same trees and errors; elements are found by their tags."""
import xml.etree.ElementTree as ET
docs = ['<a/>', '<a></a>', '<a>t</a>', '<a> <b x="1" y=\'2\'>q</b>tail<c/>t2</a>', '<?xml version="1.0"?>\n<!-- c -->\n<a>1<!-- x -->2<?pi x?>3</a>\n', '<a><![CDATA[<x>&]]>z</a>', '<a>&lt;&#65;&#x42;&amp;&quot;&apos;</a>', '<a b="&lt;\n\tx"/>',
 '<a xmlns="u" xmlns:p="v" p:x="1" y="2"><p:b/><c xmlns=""><d/></c><b xmlns:p="w"><p:e/></b><p:f/></a>', '<a xml:lang="en"/>', '<p:a/>', '<a p:x="1"/>', '<a><b></a>', '<a', '<a x>', '<a x=1/>', '<a x="1" x="2"/>', '', ' ', 'x', '<a/><b/>', '<a/>x', '<a/> <!-- -->', '<a>]]></a>', '<a>&nope;</a>', '<a>&</a>', '<a>& b</a>', '<a>&#0;</a>', '<é>ü</é>', '<a>中</a>', '<!DOCTYPE a><a/>', '<!DOCTYPE a [<!ENTITY e "v">]><a>&e;</a>', '<a></a >', '<a ></a>', '< a/>', '<a><b/></a></a>', '<a b="<"/>', '<a><?x', '<a><!-- ', '<a><![CDATA[', '<1/>', '<a.b-c_d:e/>', '<a>' * 50 + '</a>' * 50, '<a><b>1</b><b>2</b><c><b>3</b></c>  </a>', b'<a>x</a>', '<?xml version="1.0" encoding="latin-1"?><a>\xe9</a>'.encode('latin1'), b'\xef\xbb\xbf<a/>', '<a b=""/>', '<a><![CDATA[]]></a>', '<a>x<![CDATA[y]]></a>', '<a>&#x110000;</a>', '<a>&#55555555;</a>','<a><b/>t<b/>u</a>']
def show(e, d=0):
    return (e.tag, sorted(e.attrib.items()), e.text, e.tail, [show(c) for c in e])
for d in docs:
    try: r = ET.fromstring(d); print(d[:60], show(r)); print(ET.tostring(r))
    except ET.ParseError as e: print(d[:60], 'ParseError', e, e.code, e.position)
    except Exception as e: print(d[:60], type(e).__name__, e)
r = ET.fromstring('<a><b>1</b><b k="v">2</b><c><b>3</b></c><d/>  </a>')
print(r.find('b').text, r.find('x'), [e.text for e in r.findall('b')], r.findtext('b'), r.findtext('x'), r.findtext('x', 'D'), r.findtext('d'), r.findtext(path='b', default=3), r.find('c/b').text, r.find('.//b').text, [e.tag for e in r.iter()], [e.text for e in r.iter('b')], len(r), r[1].get('k'), r[1].get('z'), r[1].get('z', 5), r[0].get('k'))
r.append(ET.Element('n')); r.append(ET.Comment('hey')); print(r.find('n').tag, [e.tag for e in r.findall('b')], ET.tostring(r), len(r))
for f in (lambda: r.append(3), lambda: r.find(3), lambda: r.find(), lambda: r.get(), lambda: len(3), lambda: r[99]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
it = r.iter('b'); print(next(it).text, type(it).__name__ != '')
class T:
    def start(self, t, a): print('start', t, a)
    def end(self, t): print('end', t)
    def data(self, d): print('data', repr(d))
    def close(self): return 'done'
print(ET.XML('<a x="1">t<b/></a>', ET.XMLParser(target=T())))
p = ET.XMLParser(); p.feed('<a>'); p.feed('x</a>'); print(p.close().text)
print(ET.parse(__import__('io').StringIO('<q>1</q>')).getroot().text)
import copy; c = copy.deepcopy(r); print(ET.tostring(c) == ET.tostring(r)); 
for e in list(r.iter('b')): e.set('n', '1')
print(ET.tostring(r))
