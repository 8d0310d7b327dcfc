"""Documents of XML: read, searched by paths, changed, written; what is not well-formed, and where."""
import xml.etree.ElementTree as ET
import io
DOC = """<?xml version="1.0"?>
<!DOCTYPE data [<!ENTITY who "World">]>
<data xmlns:a="http://a.org/x">
    <country name="Liechtenstein">
        <rank updated="yes">2</rank><year>2008</year>
        <neighbor name="Austria" direction="E"/>
        <neighbor name="Switzerland" direction="W"/>
    </country>
    <!-- comment -->
    <country name="Singapore &amp; co"><rank>5</rank>tail<![CDATA[<raw> & ]]></country>
    <a:item a:k="1">Hello &who; &#65;&#x42;</a:item>
</data>"""
root = ET.fromstring(DOC)
print(root.tag, root.attrib, len(root), [c.tag for c in root], root[0].get("name"), root[0][0].text, root[1][0].tail)
for n in root.iter("neighbor"): print(n.attrib, n.get("zz"), n.get("zz", 5), n.keys(), list(n.items()))
for c in root.findall("country"): print(c.find("rank").text, c.get("name"), c.findtext("year"), c.findtext("nope", "dflt"), c.find("nope"))
for p in [".", "./country/neighbor", ".//year/..[@name='Singapore']", ".//*[@name='Austria']", ".//neighbor[2]", "country[year]", "country[rank='5']", "*", ".//rank", "country[last()]", "country/rank[@updated]", "{http://a.org/x}item", "a:item", "{*}item", "country[@name!='x']", ".//country[1]/neighbor[last()]"]:
    try: print(p, [(e.tag, e.get("name")) for e in root.findall(p, {"a": "http://a.org/x"})])
    except Exception as e: print(p, type(e).__name__, e)
print(ET.tostring(root, encoding="unicode"))
print(ET.tostring(root[2]), ET.tostring(ET.fromstring("<a>é</a>")), ET.tostring(ET.fromstring("<a>é</a>"), "utf-8"), ET.tostring(ET.fromstring("<a>é</a>"), "iso-8859-1"), ET.tostring(ET.fromstring("<a/>"), short_empty_elements=False), ET.tostring(ET.fromstring("<a/>"), encoding="unicode", xml_declaration=True))
b = ET.Element("root", {"id": "1"}, lang="en"); s = ET.SubElement(b, "child", n="<&\"'>"); s.text = "a < b & c > d"; s.tail = "tail"; b.append(ET.Comment(" hi ")); b.insert(0, ET.Element("first")); b.extend([ET.Element("x"), ET.Element("y")]); b.append(ET.ProcessingInstruction("p", "q"))
ET.dump(b); ET.indent(b); ET.dump(b); print(b, ) if 0 else None
b.remove(b[0]); b.set("id", "2"); print([c.tag if isinstance(c.tag, str) else "fn" for c in b], b.attrib, list(b.itertext()), "".join(root[1].itertext()))
t = ET.ElementTree(b); o = io.BytesIO(); t.write(o, encoding="utf-8", xml_declaration=True); print(o.getvalue())
t.write("/tmp/zz_t.xml"); print(ET.parse("/tmp/zz_t.xml").getroot().tag, t.find("child").text, t.getroot() is b, [e.tag for e in t.iter("x")])
for ev, el in ET.iterparse(io.StringIO("<a><b>1</b><c/></a>"), events=("start", "end")): print(ev, el.tag, el.text)
ET.register_namespace("zz", "http://z"); print(ET.tostring(ET.fromstring('<r xmlns="http://z" xmlns:q="http://q"><q:b q:a="1"/></r>')))
for bad in ["", "<a>", "<a></b>", "<a", "text", "<a/><b/>", "<a b=c/>", "<a>&nope;</a>", "<a>&</a>", "<a b='1' b='2'/>", "<a:b/>", "<a><b></a>", "<1/>", "<a>]]></a>", "<a b/>", "<a>\n<b>\n</a>", " <a/> x", "<a b='<'/>"]:
    try: print(ET.fromstring(bad).tag)
    except ET.ParseError as e: print(repr(bad), e, e.code, e.position)
for f in [lambda: ET.Element(), lambda: ET.Element("a", 5), lambda: ET.SubElement(5, "a"), lambda: b.append(5), lambda: b[99], lambda: b.remove(ET.Element("q")), lambda: ET.tostring(ET.Element(5)), lambda: ET.tostring(ET.Element("a", k=5)), lambda: root.findall("/abs"), lambda: ET.parse("/nope.xml"), lambda: ET.fromstring(5), lambda: b.insert(0, "x"), lambda: ET.ElementTree(5), lambda: root.findall("zz:a"), lambda: b.set("a"), lambda: ET.register_namespace("ns1", "u")]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import copy; k = copy.deepcopy(b); print(ET.tostring(k) == ET.tostring(b), k is b)
ET.fromstring("<a><b></a>")
