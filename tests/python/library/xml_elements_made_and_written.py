import xml.etree.ElementTree as ET, io
r=ET.Element('root',{'a':'1'},b='2')
c=ET.SubElement(r,'c',x='é<>&"\n\t\r')
d=ET.SubElement(c,'{http://u/}d',{'{http://v/}k':'v'})
d.text='a<b>&c'; d.tail='tail&'
e=r.makeelement('e',{'q':'1'}); r.append(e); e.text=''
r.append(ET.Comment('hi')); r.append(ET.PI('t','x'))
for enc in (None,'unicode','utf-8','latin-1'):
    print(ET.tostring(r,enc)); print(ET.tostring(r,enc,short_empty_elements=False))
print(ET.tostring(r,'utf-8',xml_declaration=True)); print(ET.tostring(r,method='html')); print(ET.tostring(r,method='text'))
try: print(ET.tostring(r,default_namespace='http://u/'))
except Exception as x: print(x)
a={'z':'1'}; s=ET.SubElement(r,'s',a); a['y']='2'; print(s.attrib, s.attrib is a)
print(len(r),[x.tag if isinstance(x.tag,str) else 'f' for x in r], r[-1].text)
try: r[99]
except IndexError as x: print(x)
class E2(ET.Element):
    def __init__(s,t,at={}): super().__init__(t,at); s.k=1
z=E2('z',{'m':'n'}); y=ET.SubElement(z,'y'); print(type(y).__name__, z.attrib, ET.tostring(z), type(z.makeelement('k',{})).__name__); import copy; w=copy.copy(z); print(type(w).__name__, w.attrib is z.attrib, w[0] is z[0]); w=copy.deepcopy(z); print(type(w).__name__)
r.set('n','v'); print(r.items(), r.keys(), r.get('n'))
for bad in (lambda: ET.Element(), lambda: ET.Element('a',1), lambda: ET.SubElement(1,'a'), lambda: ET.SubElement(r,'a',1), lambda: ET.Element('a','b','c'), lambda: ET.SubElement(r), lambda: r.set('a'), lambda: ET.Element('x',None)):
    try: print(bad())
    except Exception as x: print(type(x).__name__, x)
deep=ET.Element('d'); cur=deep
for i in range(300): cur=ET.SubElement(cur,'d')
print(len(ET.tostring(deep)))
ET.register_namespace('u','http://u/'); print(ET.tostring(r)[:80])
b=io.StringIO(); ET.ElementTree(r).write(b,encoding='unicode',xml_declaration=True); print(b.getvalue()[:60])
print(ET.tostringlist(ET.fromstring('<a><b/>x</a>'),'unicode'))
x=ET.Element('x'); x.__init__('y',{'k':'v'}); print(x.tag,x.attrib)
n=ET.Element(None); n.text='hi'; print(ET.tostring(n))
it=iter(r); print(next(it).tag); r.clear(); print(list(it), len(r), r.attrib)
