# Entities that a document does not define: an error, unless what is elsewhere may define them.
import xml.dom.minidom
import xml.etree.ElementTree as ElementTree

USED = '<document>&entity;</document>'
KINDS = {
    'nothing': USED,
    'no subset': f'<!DOCTYPE document [\n]>\n{USED}',
    'parameters that are not used': f"<!DOCTYPE document [<!ENTITY % more SYSTEM 'more.xml'>]>\n{USED}",
    'parameters': f"<!DOCTYPE document [<!ENTITY % more SYSTEM 'more.xml'> %more;]>\n{USED}",
    'a file': f"<!DOCTYPE document SYSTEM 'document.dtd'>\n{USED}",
    'stands alone': f"<?xml version='1.0' standalone='yes'?><!DOCTYPE document SYSTEM 'document.dtd'>\n{USED}",
    'the entity is a file': f"<!DOCTYPE document [<!ENTITY entity SYSTEM 'entity.xml'>]>\n{USED}",
    'the entity is a public one': f"<!DOCTYPE document [<!ENTITY entity PUBLIC 'it' 'entity.xml'>]>\n{USED}",
}


def read(text, **given):
    parser = ElementTree.XMLParser()
    parser.entity.update(given)
    try:
        parser.feed(text)
        return ElementTree.tostring(parser.close())
    except ElementTree.ParseError as error:
        return f'{error} ({error.code})'


for kind, text in KINDS.items():
    print(kind, read(text), read(text, entity='given'), sep=': ')
    print('   in an attribute:', read(text.replace('>&entity;<', ' of="&entity;"><'), entity='given'))
print(xml.dom.minidom.parseString(KINDS['a file']).documentElement.toxml())
