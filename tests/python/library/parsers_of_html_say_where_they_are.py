# A parser of HTML has its line and column as attributes too.
from html.parser import HTMLParser


class Places(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print(tag, self.lineno, self.offset, self.getpos())

    def handle_data(self, data):
        print(repr(data), self.lineno, self.offset)


parser = Places()
print(parser.lineno, parser.offset)
parser.feed('one\n<p>two <b>three</b>\n  <i>four</i></p>')
parser.close()
print(parser.lineno, parser.offset)
parser.reset()
print(parser.lineno, parser.offset)
