from html.parser import HTMLParser
class P(HTMLParser):
    def handle_starttag(self, t, a): print('start', t, a, self.getpos())
    def handle_endtag(self, t): print('end', t)
    def handle_data(self, d): print('data', repr(d))
    def handle_comment(self, d): print('comment', repr(d))
    def handle_decl(self, d): print('decl', d)
    def handle_pi(self, d): print('pi', d)
    def handle_startendtag(self, t, a): print('se', t, a)
p = P(); p.feed('<!DOCTYPE html><html lang="en">\n<body class=x data-a=\'q "w"\' disabled>A &amp; B &lt; &#65; <b>bold</b><br/><!-- c --><?php x?><a href="?a=1&amp;b=2">l</a>'); p.feed('<script>if (a < b) {}</script>tail < 3 <'); p.feed('p>x</p'); p.feed('>'); p.close(); print(p.get_starttag_text())
class Q(HTMLParser):
    def __init__(self): super().__init__(convert_charrefs=False)
    def handle_entityref(self, n): print('ent', n)
    def handle_charref(self, n): print('char', n)
    def handle_data(self, d): print('d', repr(d))
q = Q(); q.feed('a&amp;b&#66;c&#x43;'); q.close()
