"""csv's readers and writers, parsers of XML and streams of zlib have no attributes but their own."""
import csv
import io
import xml.etree.ElementTree as ET
import zlib

for made in (csv.reader([]), csv.writer(io.StringIO()), ET.XMLParser(), ET.TreeBuilder(), zlib.compressobj(), zlib.decompressobj()):
    for use in (lambda: made.nope, lambda: setattr(made, 'nope', 1), lambda: delattr(made, 'nope')):
        try:
            print(use())
        except AttributeError as e:
            print(e)

for made, name in ((csv.writer(io.StringIO()), 'writerow'), (csv.reader([]), 'line_num'), (ET.XMLParser(), 'feed'), (zlib.compressobj(), 'flush')):
    try:
        setattr(made, name, print)
    except AttributeError as e:
        print(e)


class Parser(ET.XMLParser):
    pass


class Builder(ET.TreeBuilder):
    def start(self, tag, attributes):
        self.seen = tag
        return super().start(tag, attributes)


builder = Builder()
parser = Parser(target=builder)
parser.mine = 3
parser.feed('<a><b/></a>')
print(parser.close().tag, builder.seen, parser.mine)
rows = csv.reader(['a,b', '"c', 'd",e'])
print(list(rows), rows.line_num)
