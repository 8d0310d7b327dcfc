"""A document is read piece by piece, and reading one may end early."""
import xml.etree.ElementTree as ET


class F:
    def __init__(self): self.n = 0
    def read(self, n):
        self.n += 1
        print('read', n)
        return ['<a>', 'b', '</a>', ''][self.n - 1]
print(ET.tostring(ET.parse(F()).getroot()))
import io
it = ET.iterparse(io.StringIO('<a><b/></a>'))
print(next(it)[0]); it.close()
print(list(it)); it.close()
p = ET.XMLParser(); print(p.version[:6], type(p.entity), type(p.target))
class G(F):
    def read(self, n):
        self.n += 1
        print('read', n)
        return [b'<a>', b'b', b'</a>', b''][self.n - 1]
print(ET.tostring(ET.parse(G(), ET.XMLParser()).getroot()))
