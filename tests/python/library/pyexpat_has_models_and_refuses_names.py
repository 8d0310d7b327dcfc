"""`import pyexpat` by itself, its models of elements, and attributes that a parser does not have."""
import pyexpat
from xml.parsers.expat import model

print({name: value for name, value in vars(pyexpat.model).items() if name.startswith('XML')}, model is pyexpat.model)
parser = pyexpat.ParserCreate(namespace_separator='!')
for name in 'returns_unicode', 'nothing', 'intern', range(3):
    try:
        parser.__setattr__(name, 1)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
seen = []
parser.StartElementHandler = lambda name, attributes: seen.append((name, attributes))
parser.Parse('<a xmlns="u" k="v"><b/></a>', True)
print(seen)
