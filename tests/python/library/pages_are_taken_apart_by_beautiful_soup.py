# Searching a tree, walking in it, changing it and writing it out.
import re
from bs4 import BeautifulSoup, Comment, NavigableString, Tag
html = """<!DOCTYPE html>
<html><head><title>The   Shop &amp; more</title><meta charset="utf-8"><script>var a = "<b>";</script></head>
<body class="main dark">
<h1 id="top">Hello <b>big</b> world</h1><!-- a comment -->
<ul class="items">
  <li class="item first" data-id="1"><a href="/a?x=1&y=2" rel="nofollow me">Apple</a> <span class="price">1.50</span></li>
  <li class="item" data-id="2"><a href="http://h/b">Pear</a> <span class="price">2</span></li>
  <li class="item sold out">Plum<br>gone</li>
</ul>
<p>One<p>Two <i>it <b>x</i> y</b>
<pre>  keep
   this </pre>
<table><tr><td>1</td><td>2</td></tr><tr><td>3<td>4</tr></table>
<img src="x.png" alt='say "hi"' disabled><input type=text value=5>
</body></html>
"""
s = BeautifulSoup(html, "html.parser")
print(s.title, s.title.string, s.title.name, s.title.parent.name, s.h1.text, s.h1.get_text("|", strip=True), s.h1.string)
print([a["href"] for a in s.find_all("a")], s.a.attrs, s.a.get("nope"), s.find("zzz"))
print(s.find_all("li", class_="item", limit=2)[1]["data-id"], len(s.find_all(class_="sold")), s.find("li", {"class": "sold out"}), s.find(attrs={"data-id": "2"}).a.text)
print(s.find_all(["h1", "title"]), s.find_all(re.compile("^t[dr]$"))[0], [t.name for t in s.find_all(True)][:8])
print(s.find_all(string=re.compile("Pl")), s.find(string="Apple").parent, s.find("a", string="Pear"), s.find_all(lambda t: t.has_attr("alt")))
print(s.select("ul.items > li.item a"), [x.text for x in s.select("span.price")], s.select_one("#top b"), s.select("li:nth-of-type(2)")[0]["class"], s.select('a[href^="http"]'), s.select("td + td, h1")[0].name, s.select("[data-id='1'] span"))
print(repr(s.li), list(s.ul.stripped_strings), s.ul.contents[0] == "\n", [c.name for c in s.ul.children], s.li.next_sibling.next_sibling["data-id"], s.li.find_next_sibling("li")["data-id"], [p.name for p in s.b.parents])
print(type(s.find(string=lambda t: isinstance(t, Comment))).__name__, s.find(string=lambda t: isinstance(t, Comment)))
print(s.pre, s.img, s.input, s.table)
print(s.get_text()[:60].split(), s.p)
print(s.prettify())
d = BeautifulSoup("<div><p>a</p><p>b</p></div>", "html.parser"); p = d.new_tag("p", id="n"); p.string = "c < d"; d.div.append(p); d.p.decompose(); d.div["class"] = ["x", "y"]; print(d, d.div.get("class")); d.p.replace_with("text"); print(d); d.div.insert(0, "first"); d.div.p.unwrap(); print(d, len(d.div.contents), d.div.string)
try: s.find_all("li").text
except AttributeError as e: print(e)
try: s.a["none"]
except KeyError as e: print(e)
try: s.find("nope").text
except AttributeError as e: print(e)
print(BeautifulSoup(b"<p>caf\xc3\xa9</p>", "html.parser").p.text, bool(s.br), s.br.contents, "h1" in s, isinstance(s.li, Tag), isinstance(s.h1.contents[0], NavigableString), s.find("ul").find_all("li", recursive=False)[0]["class"], s("b")[0])
