# Combinators, attributes and pseudo-classes of CSS choose what soupsieve chooses, and what is no selector is refused in its words.
# recorded by hand: CPython 3.13.0 with beautifulsoup4 4.15.0 and soupsieve 4.1.3.
from bs4 import BeautifulSoup
import warnings
warnings.simplefilter("ignore")
html = """<!DOCTYPE html><html lang=en><head><title>T</title><style>a{}</style></head><body class="x y" id=top>
<div id=main class="box big"><h1 title="Hello World">Head</h1><p class=a>one <b>bold</b> text</p><p class="a b" id=p2>two</p>
<p>three <i></i><a href="http://x.org/a.pdf" rel="nofollow me">pdf</a> <a href="/rel?q=1" data-x="A-b">rel</a><a name=n>no href</a></p>
<ul><li>1</li><li class=sel>2</li><li>3</li><li>4<ul><li>5</li></ul></li></ul><span></span><span> </span><span><!-- c --></span></div>
<div class="box" lang="en-US"><form><input type=text required name=t><input type=CHECKBOX checked name=c><input type=radio name=r disabled><select><option selected>a<option>b</select>
<fieldset disabled><legend><input name=l></legend><input name=f><button>go</button></fieldset><textarea></textarea></form><em>x</em><em>y</em></div><p>last</p><article><p>in</p></article></body></html>"""
s = BeautifulSoup(html, "html.parser")
def show(ts): return [t.name + ("#" + t["id"] if t.get("id") else "") + ("=" + t.get("name") if t.get("name") else "") + ":" + t.get_text(strip=True)[:6] for t in ts]
Q = """p
p.a
P.a.b
.a:not(.b)
div > p
div p ~ p
h1 + p
h1 ~ ul li
#main > ul > li:nth-child(2)
li:nth-child(odd)
li:nth-child(2n)
li:nth-child(-n+2)
li:nth-child(n + 3)
li:nth-child( 3n - 1 )
li:nth-last-child(1)
li:nth-child(2 of .sel)
li:nth-child(1 of .sel)
li:nth-last-of-type(2)
p:nth-of-type(2)
p:first-of-type
p:last-of-type
p:only-of-type
em:first-child, em:last-child
:only-child
b:only-child
span:empty
:root
:root > body
html:root
:scope > body
a[href]
a[href^=http]
a[href^="http"]
a[href$='.pdf']
a[href*="q="]
a[rel~=me]
[rel~="nofollow me"]
[lang|=en]
[data-x="a-B" i]
[data-x="a-B"]
[DATA-X]
[class="box big"]
[title='Hello World']
div[class*=b]
p[class!=a]
a:not([href])
a:not([href^=http], [name])
:is(h1, em)
:where(h1, em):first-child
div:is(.box.big, #zz) > :is(h1, p):not(:first-child)
div:has(> h1)
p:has(a)
p:has(+ p)
li:has(ul)
div:has(h1, em) > em
h1:has(~ ul)
:not(:has(*)) > zz
p:-soup-contains("two")
p:-soup-contains("one", three)
p:-soup-contains-own("bold")
li:contains('5')
:checked
:disabled
:enabled
input:required
input:optional
a:link
:any-link
a:hover
a:visited
input[type=checkbox]
input[type="radio"]:disabled
body *:nth-child(1):not(li)
*|p.b
ns|p
div.box.big p.a > b
div   >   p
div>p
h1+p,em
p,li,
,p
> p
p >
p..a
p.
#
a[
a[=x]
a[href=/rel]
a[href="/rel?q=1"]
a:nope
a:nope(3)
a::before
li:nth-child(foo)
li:nth-child()
:not()
:is()
:is(p,)
:not(p,)
:has()
p:not(.a
p)
div p p.a
1p
$p
p, , a
p > > a
p + ~ a
:has(> > b)
.x.y#top
.\\78
#p2, #main

  p.a  
div/*c*/p
div /* c */ > p
&
p:nth-of-type(2 of .a)
:FIRST-CHILD
li:nth-child(EVEN)
li:nth-child(+3)
li:nth-child(0n+1)
li:nth-child(-1)
ul li:not(ul ul li)
:is(ul ul) li
[href] ~ [name]
a > *, p > *
html
*
:empty""".split("\n")
for q in Q:
    q = q.replace("\\\\", "\\")
    try: print(repr(q), show(s.select(q))[:40])
    except Exception as e: print(repr(q), type(e).__module__, type(e).__name__, str(e))
d = s.find(id="main"); print(show(d.select("> p")) if False else show(d.select(":scope > p")), show(d.select("div p"))[:2], show(d.select("body .a")), show(d.select(":root")), d.select_one("li.sel"), d.select_one("zz"), show(s.select("p", limit=2)))
li = s.select_one(".sel"); print(li.css.closest("div")["id"], li.css.closest("li"), li.css.closest("zz"), li.css.match("ul > .sel"), li.css.match("p"), show(li.parent.css.filter("li:nth-child(odd)")), show(s.css.select("em")), show(d.css.iselect("b")))
x = s.em.extract(); print(x.css.match("em:first-child"), x.css.match(":root"), show(BeautifulSoup("<p>1</p><p>2</p>", "html.parser").select(":root, p:first-child")))
