import xml.parsers.expat as e
p=e.ParserCreate()
p.EntityDeclHandler=print
p.Parse('''<!DOCTYPE p [<!ENTITY a "b"><!ENTITY % pp 'q'><!ENTITY s SYSTEM "x.xml"><!ENTITY u PUBLIC "-//x" "y.xml"><!ENTITY i SYSTEM "x.gif" NDATA gif>]><p>&a;</p>''', True)
import pickle
for n in (0,1,-1,127,128,-128,-129,255,256,-256,2**70,-2**70,-32768,32768): assert pickle.decode_long(pickle.encode_long(n))==n; print(pickle.encode_long(n))
import importlib.util as u
for s in (b'',b'a',b'abcdefgh',b'abcdefghi'*9): print(u.source_hash(s))
