import io
import xml.etree.ElementTree as ET
import xml.parsers.expat


def shown(event, value):
    if hasattr(value, 'tag'):
        return event, value.tag if isinstance(value.tag, str) else value.tag.__name__, value.text
    return event, value


parser = ET.XMLPullParser(['start', 'end', 'start-ns', 'end-ns', 'comment', 'pi'])
for piece in ('<?xml version="1.0"?><ro', 'ot xmlns="n" xmlns:p="q"><a x="1', '">te', 'xt &am', 'p; more</a', '><!-- hi -',
              '-><?go on?><p:b/', '>tail', '</root>'):
    parser.feed(piece)
    print(repr(piece), [shown(*event) for event in parser.read_events()])
parser.close()
try:
    parser.feed('x')
except ValueError as error:
    print(error)
parser = ET.XMLPullParser()
parser.feed(b'<a>\xc3')
parser.feed(b'\xa9<b/><c></d></a>')
events = parser.read_events()
print(next(events)[1].tag)
try:
    next(events)
except ET.ParseError as error:
    print(error, error.code, error.position)


class Target:
    def start(self, tag, attributes):
        print('start', tag, attributes)

    def end(self, tag):
        print('end', tag)

    def data(self, data):
        print('data', repr(data))

    def comment(self, text):
        print('comment', text)

    def pi(self, target, data):
        print('pi', target, data)

    def doctype(self, *given):
        print('doctype', given)

    def start_ns(self, prefix, uri):
        print('start_ns', repr(prefix), uri)

    def end_ns(self, prefix):
        print('end_ns', repr(prefix))

    def close(self):
        return 'done'


parser = ET.XMLParser(target=Target())
for piece in '<!DOCTYPE html PUBLIC "-//W3C//DTD" "x.dtd">', '<html xmlns="u"><!--c--><?p d?>a', 'b<x/>c', '</html>':
    parser.feed(piece)
    print('--')
print(parser.close())

for document in ("<!DOCTYPE doc SYSTEM 'doc.dtd'><doc>&more;</doc>", '<doc>&more;</doc>', '<!DOCTYPE d [<!ENTITY e "val<b/>x">]><d>&e;</d>',
                 '''<!DOCTYPE d [<!ATTLIST d xml:lang CDATA 'eng' k (a|b) "a" f CDATA #FIXED "v">]><d k="b"/>''', '<a>\x00</a>', '<a',
                 '<a><!-- -- --></a>', '<a><![CDATA[x]]></a>', '<a:b/>'):
    try:
        root = ET.fromstring(document)
        print(root.tag, root.attrib, root.text, ET.tostring(root))
    except ET.ParseError as error:
        print(repr(document), error, error.code)

builder = ET.TreeBuilder(insert_comments=True, insert_pis=True)
parser = ET.XMLParser(target=builder)
parser.feed('<a>x<!--c-->y<?t v?>z<b/></a>')
print(ET.tostring(parser.close()))
events = ET.iterparse(io.BytesIO(b'<r><i n="1">a</i><i n="2">b</i></r>'), events=('start', 'end'))
print([(event, element.tag, dict(element.attrib)) for event, element in events], events.root.tag)
try:
    for event, element in ET.iterparse(io.StringIO('<r><i/></x>')):
        print(event, element.tag)
except ET.ParseError as error:
    print(error)
root = ET.XML('<a xmlns:x="X"><x:b><c/></x:b><b/></a>')
root.append(ET.Comment('test'))
for path in '{*}b', '{}*', '{*}*', '*':
    print(path, [element.tag if isinstance(element.tag, str) else 'comment' for element in root.findall(path)])
print(ET.ElementTree(root).find('/b').tag, ET.tostringlist(ET.XML('<a k="1">x</a>'), encoding='unicode'))
try:
    ET.tostring(root, default_namespace='u')
except ValueError as error:
    print(error)

reader = xml.parsers.expat.ParserCreate()
reader.StartElementHandler = lambda name, attributes: print('<', name, attributes)
reader.CharacterDataHandler = lambda data: print('=', repr(data))
for piece in '<log><line n="1">on', 'e</li', 'ne><line/>', '</log>':
    print(reader.Parse(piece))
print(reader.Parse('', True))
