"""Documents that are no XML, and marks of byte orders: what is said, where, and with what number."""
import xml.dom.minidom
import xml.etree.ElementTree as ET
import xml.parsers.expat as expat

TEXTS = (
    '\n<?xml version="1.0"?><a/>', '<a><?xml version="1.0"?></a>', '<a/><?xml version="1.0"?>', '<?xml?><a/>', '<?xml ?><a/>',
    '<?xml version="1.0" standalone="maybe"?><a/>', '<?xml encoding="utf-8"?><a/>', '<?xml version=1.0?><a/>', '<?xml version="1.0:"?><a/>',
    '<?xml version="1.0" encoding="1"?><a/>', '<?xml version="1.0" encoding="utf-8" more="1"?><a/>', '<?xml version="1.0" standalone="yes"?><a/>',
    '<?XML version="1.0"?><a/>', '<? x?><a/>', '<?x y?><a/>', '<?x', '<?p:q r?><a/>', '<a xmlns:xml="u"/>', '<a xmlns:xmlns="u"/>', '<a xmlns:b=""/>',
    '<a xmlns:b="http://www.w3.org/XML/1998/namespace"/>', '<a xmlns=""/>', '<a/ >', '</a>', '<a></a ><!-- x -->', '<a>&#xZ;</a>', '<a>&#;</a>',
    '<a>&#xFFFF;</a>', '<a>&#+5;</a>', '<a b="&c;"/>', '<a>&c;</a>', '<a>&c', '<a>& </a>', '<a><!DOCTYPE b></a>', '<!doctype a><a/>',
    '<!DOCTYPE a><!DOCTYPE a><a/>', '<a><!ELEMENT></a>', '<a b="1"c="2"/>', '<a:b:c xmlns:a="x"/>', '<a b:c:d="1" xmlns:b="x"/>',
    '<a xmlns="x" xmlns="y"/>', '<a xmlns:p="x" xmlns:q="x" p:b="1" q:b="2"/>', '<a><![CDAT[x]]></a>', '<a><![CDATA[x]]', '<a>]]&gt;]]></a>',
    '<a>\x01', 'abc', 'abc&', '"abc"', '%x;', '<a/>x', '<a/>&', '<a', '<', '<!', '<!-', '<a><b></a>', '\ufeff<?xml version="1.0" encoding="UTF-8"?><a>x</a>',
    '\ufeff<a><b></a>', ' \ufeff<a/>', '\ufeff <?xml version="1.0"?><a/>', '<a>\ufeff</a>', '\ufeff')
BYTES = (
    b'\xef\xbb\xbf<a>x</b>', '\ufeff<a></b>'.encode('utf-16-le'), b'<?xml version="1.0" encoding="utf-16"?><a/>', b'<a>\xe9', b'<a>\xe9</a>',
    b'<?xml version="1.0" encoding="latin-1"?><a>\xe9</a>', b'<?xml version="1.0" encoding="gbk"?><a>\xc4\xe3</a>')

for text in TEXTS + BYTES:
    try:
        said = ET.tostring(ET.fromstring(text))
    except ET.ParseError as error:
        said = f'{error} {error.position} {error.code}'
    except ValueError as error:
        said = repr(error)
    parser = expat.ParserCreate()
    told = []
    parser.StartElementHandler = lambda name, given: told.append((name, given, parser.CurrentColumnNumber))
    try:
        parser.Parse(text, True)
    except (expat.ExpatError, ValueError) as error:
        told.append(str(error))
    print(ascii(text), said, told, sep='\n    ')

for given in ({'insert_comments': True}, {'insert_pis': True}, {'comment_factory': lambda text: print('comment', text)}):
    builder = ET.XMLParser(target=ET.TreeBuilder(**given))
    print(ET.tostring(ET.fromstring('<a><!-- c --><b/><?p q?></a>', parser=builder)))
print(xml.dom.minidom.parseString('\ufeff<a/>').toxml())
pieces = ET.XMLPullParser(['start'])
for piece in ('\ufeff', '<', '?xml version="1.0"', '?>', '<a b="1" ', 'c="&lt;"', '><d/>'):
    pieces.feed(piece)
pieces.flush()
print([(element.tag, element.attrib) for _, element in pieces.read_events()])
print(expat.ErrorString(17), expat.errors.XML_ERROR_XML_DECL, expat.errors.codes[expat.errors.XML_ERROR_PARTIAL_CHAR])
