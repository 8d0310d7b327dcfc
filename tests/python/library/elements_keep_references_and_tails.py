"""References in attributes stay as they are, text has its tail, names without a namespace are found; gzip's time."""
import gzip
import io
import xml.etree.ElementTree as ET

made = ET.Element('a', {'code': 'def f():\n\treturn 3\r\n'})
print(ET.tostring(made))
print(repr(ET.fromstring(ET.tostring(made)).get('code')))
print(repr(ET.fromstring('<a b="1\n2\t3&#10;4&#9;5&amp;"/>').get('b')))
made = ET.fromstring('<html><link/>1 &lt; 2<b>3</b>\n</html>')
made.tail = ' tail'
print(repr(ET.tostring(made, 'unicode', 'text')), repr(ET.tostring(made[1], 'unicode', 'text')))
root = ET.fromstring('<a xmlns:x="X" xmlns:y="Y"><x:b><c/></x:b><b/><c/><y:b/></a>')
for path in ('{X}b', '{}b', '{*}b', '{X}*', '{}*', '{*}*', '*', './/{}c', './/{*}c', './/{}*'):
    print(path, [element.tag for element in root.findall(path)])
ET.register_namespace('ex', 'X')
print(ET.register_namespace._namespace_map['X'], ET.tostring(root, 'unicode'))
packed = gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(b'text', mtime=123456789)))
print(packed.mtime, packed.read(), packed.mtime)
