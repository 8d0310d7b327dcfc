# HTMLParser: what it hears of and where, in pieces of any size; a long page takes time in proportion to its length.
from html.parser import HTMLParser
class P(HTMLParser):
    def log(self, *a): out.append((self.getpos(), *a))
    def handle_starttag(self, t, a): self.log('start', t, a, self.get_starttag_text())
    def handle_endtag(self, t): self.log('end', t)
    def handle_data(self, d): self.log('data', d)
    def handle_comment(self, d): self.log('comment', d)
    def handle_decl(self, d): self.log('decl', d)
    def handle_pi(self, d): self.log('pi', d)
    def unknown_decl(self, d): self.log('unknown', d)
    def handle_charref(self, n): self.log('charref', n)
    def handle_entityref(self, n): self.log('entity', n)
DOC = '''<!DOCTYPE html>\n<html lang=zh><head><title>A &amp; B</title><script>if (a < b && c) { x = "</p>" }</script>
<style>p > a { }</style></head>\n<body class="x y" data-q='1"2' hidden>\n<!-- a comment -- here --><p>one<br/>two<br>&lt;three&gt; &#20320; &copy
<a href="/x?y=1&amp;z=2" title=plain>link</a></p><?php echo 1 ?><![CDATA[ raw ]]> 1 < 2 <3 a<b </p ><img src=x/>text &unknown; &#x4f60;</body></html>\n'''
for convert in (True, False):
    for size in (len(DOC), 7):
        out = []
        p = P(convert_charrefs=convert)
        for at in range(0, len(DOC), size): p.feed(DOC[at:at+size])
        p.close()
        [print(convert, size, *o) for o in out]
class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links = []
    def handle_starttag(self, tag, attrs):
        if tag == 'a': self.links.append(dict(attrs).get('href'))
l = Links()
l.feed('<ul>' + ''.join(f'<li><a href="/p/{i}">n {i}</a>\n' for i in range(3000)) + '</ul>')
print(len(l.links), l.links[-1], l.getpos(), repr(l.rawdata))
