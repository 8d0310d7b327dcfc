"""Elements of trees: indices, deletions and copies that are refused, texts that change while they are read, parsers' methods."""
import copy
import io
import os
import tempfile
import warnings
import xml.etree.ElementTree as ET

os.chdir(tempfile.mkdtemp())


def tell(call, *args):
    try:
        print(call(*args))
    except Exception as e:
        print(type(e).__name__, e)


root = ET.Element('root')
root.append(ET.Element('a'))
for key, value in (('a', root), (0, 1), (5, 1), (slice(0, 1), [1]), (1.5, root)):
    print(type(root[key]).__name__) if key == 0 or isinstance(key, slice) else tell(root.__getitem__, key)
    tell(root.__setitem__, key, value)
    tell(root.__delitem__, key) if key != 0 and not isinstance(key, slice) else None
for name in 'tag', 'text', 'tail', 'attrib':
    tell(delattr, root, name)


class Lost(ET.Element):
    def __deepcopy__(self, memo):
        return None


root[:] = [Lost('b')]
tell(copy.deepcopy, root)


class Text:
    def __bool__(self):
        root[0].tail = 'changed'
        return True


root[0].tail = Text()
print(type(next(root.itertext())).__name__, root[0].tail)


class Builder:
    def __init__(self, wrong=None):
        self.wrong = wrong

    def __getattr__(self, name):
        if name == self.wrong:
            raise ValueError(name)
        return lambda *args: None


for name in None, 'start', 'data', 'close':
    tell(lambda: type(ET.XMLParser(target=Builder(name))).__name__)


class Parser(ET.XMLParser):
    def doctype(self, *args):
        print('never')


with warnings.catch_warnings(record=True) as found:
    warnings.simplefilter('always')
    parser = Parser()
    parser.feed('<!DOCTYPE html PUBLIC "a" "b"><html/>')
    print([str(warning.message) for warning in found], parser.close().tag)
with open('tree.xml', 'w') as file:
    file.write('<a><b/></a>')
with warnings.catch_warnings(record=True) as found:
    warnings.simplefilter('always')
    events = ET.iterparse('tree.xml')
    print(next(events)[0])
    del events
    print(found)
