from html.parser import HTMLParser


class Told(HTMLParser):
    def __init__(self, **options):
        super().__init__(**options)
        self.told = []

    def handle_starttag(self, tag, attrs):
        self.told.append((tag, *attrs))

    def handle_startendtag(self, tag, attrs):
        self.told.append((tag, '/', *attrs))

    def handle_endtag(self, tag):
        self.told.append('/' + tag)

    def handle_data(self, data):
        self.told.append(data)

    def handle_comment(self, data):
        self.told.append(f'<!{data}')

    def handle_entityref(self, name):
        self.told.append(f'&{name}')

    def handle_charref(self, name):
        self.told.append(f'#{name}')


for text in ('a&b', 'a&lt', 'x&#', 'x &#; y', 'R&D 1 < 2 & 3', '&#65;&#x42&amp',
             '<script>if (a</b) "</scripty>" </ script >done', '<style>p {} /* never closed',
             '<br/ ><br /><hr / width=1 />', '</ p>', '<!-- so -- > x', '<!-- open > here', '<p title="no end>', '<', 'a<'):
    for converted in True, False:
        for size in len(text), 1, 3:
            parser = Told(convert_charrefs=converted)
            for at in range(0, len(text), size):
                parser.feed(text[at:at + size])
            parser.close()
            print(repr(text), converted, size, parser.told, parser.getpos())
