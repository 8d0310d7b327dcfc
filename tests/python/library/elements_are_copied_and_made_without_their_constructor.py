"""A copy of an element without attributes has its own; one that nobody has initialized is empty."""
import copy
import pickle
import xml.etree.ElementTree as ET

empty, some = ET.Element('a'), ET.Element('b', {'k': 'v'})
other = copy.copy(empty)
other.set('x', '1')
print(empty.attrib, other.attrib)
other = copy.copy(some)
other.set('k', 'w')
print(some.attrib, other.attrib)
other = copy.deepcopy(some)
other.set('k', 'u')
print(some.attrib, other.attrib)
for each in empty, some:
    made = pickle.loads(pickle.dumps(each))
    made.set('n', '2')
    print(ET.tostring(made))
bare = ET.Element.__new__(ET.Element)
print(bare.tag, bare.text, bare.tail, bare.attrib, len(bare))
bare.attrib['k'] = 'v'
bare.append(some)
print(bare.attrib, list(bare)[0].tag)


class Own(ET.Element):
    def __init__(self):
        pass


own = Own()
print(own.tag, own.get('x'), len(own), own.find('y'))
try:
    own.nothing
except AttributeError as e:
    print(e.name, e)
print(hasattr(own, '_hidden'))
