"""Attributes of expat's parsers, and when what is no token yet is looked at again."""
from xml.parsers import expat


def tell(call, *args, **named):
    try:
        print(call(*args, **named))
    except Exception as e:
        print(type(e).__name__, e)


parser = expat.ParserCreate()
for name in 'buffer_text', 'ordered_attributes', 'specified_attributes', 'namespace_prefixes':
    told = [getattr(parser, name)]
    for value in 1, 2, 0:
        setattr(parser, name, value)
        told.append(getattr(parser, name))
    print(name, told)
tell(setattr, parser, 'returns_unicode', 1)
tell(setattr, parser, range(3), 0)
for size in 0, -5, 'x', 100:
    tell(setattr, parser, 'buffer_size', size)
print(parser.buffer_size)
tell(expat.ParserCreate, namespace_separator=42)
tell(expat.ParserCreate, namespace_separator='too long')
for defers in True, False:
    parser, started = expat.ParserCreate(), []
    print(parser.GetReparseDeferralEnabled(), end=' ')
    parser.SetReparseDeferralEnabled(defers)
    parser.StartElementHandler = lambda name, attributes: started.append(name)
    for part in b'<doc', b'/>':
        parser.Parse(part, False)
    print(parser.GetReparseDeferralEnabled(), started, end=' ')
    parser.Parse(b'', True)
    print(started)

import io
from xml.sax.expatreader import create_parser
from xml.sax.saxutils import XMLGenerator

made, reader = io.BytesIO(), create_parser()
reader.setContentHandler(XMLGenerator(made))
reader.feed('<doc')
reader.feed('>')
print(made.getvalue())
reader.flush()
print(made.getvalue())
reader.feed('</doc>')
reader.close()
print(made.getvalue())
