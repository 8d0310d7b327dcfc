"""What parsers of expat refuse: sizes, attributes that are read only, arguments of ParserCreate."""
from xml.parsers import expat


def tell(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


p = expat.ParserCreate()
for size in 1 << 40, 1 << 31, (1 << 31) - 1, 1 << 70, 0, -1, 'a', 1.5:
    tell(lambda: setattr(p, 'buffer_size', size))
    print(p.buffer_size)
for name in ('ErrorCode', 'ErrorLineNumber', 'ErrorColumnNumber', 'ErrorByteIndex', 'CurrentLineNumber', 'CurrentColumnNumber',
             'CurrentByteIndex', 'buffer_used', 'intern', 'other'):
    tell(lambda: setattr(p, name, 1))
    tell(lambda: delattr(p, name))
for given in (1,), (b'utf-8',), (None, 3), (None, '!!'), (None, '!', 3), (None, None, []), ('utf-8', None, {}), (None, '', None), ('a\0b',):
    tell(lambda: type(expat.ParserCreate(*given)).__name__)
names = {}
print(expat.ParserCreate(intern=names).intern is names)
for given in dict(encoding=1), dict(intern=''), dict(namespace_separator=b'!'):
    tell(lambda: expat.ParserCreate(**given))
