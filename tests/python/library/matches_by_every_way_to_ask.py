# What patterns find, and what their matches say, by position, by name and wrongly.
import re
def t(f):
    try: print(repr(f())[:200])
    except BaseException as e: print(type(e).__name__,e)
P=[r'(\w+) (\w+)',r'(?P<a>\d+)(?P<b>x)?',r'a*',r'(a|b)*c',r'^\s*$',r'(?i)HELLO',r'é+']
T=['hello world','12','12x','aaa','ababc','','  ','HeLLo','ééa','x 12x y']
for p in P:
    for s in T:
        for f in (re.match,re.search,re.fullmatch):
            m=f(p,s)
            print(p,s,m)
            if m:
                t(m.group);t(m.groups);t(lambda:m.groups('d'));t(lambda:m.group(0,1));t(lambda:m.group(1));t(lambda:m[1]);t(lambda:m['a']);t(lambda:m.group('b'));t(lambda:m.group(99));t(lambda:m.group(-1));t(lambda:m.span(1));t(m.span);t(lambda:m.start(2));t(lambda:m.end(1));t(lambda:m.end('b'));t(m.groupdict);t(lambda:(m.pos,m.endpos,m.re.pattern,m.string,m.lastindex,m.lastgroup,m.regs));t(lambda:m[1.5]);t(lambda:m.groups(default=7)); t(lambda:m.expand(r'[\g<0>]'))
c=re.compile(P[0])
for a in [('hello world',2),('hello world',2,5),('hello world',-3),('hello world',100),(5,),(b'x',),(None,),()]:
    for f in (c.match,c.search,c.fullmatch): t(lambda:f(*a))
t(lambda:c.match(string='a b')); t(lambda:c.match('a b',pos=0,endpos=3)); t(lambda:re.match(c,'a b')); t(lambda:re.match(c,'a b',re.I)); t(lambda:re.match('a','A',re.I)); t(lambda:re.match('a','A',flags=re.I)); t(lambda:re.match(5,'a')); t(lambda:re.match(b'a',b'ab')); t(lambda:re.match('a',b'ab')); t(lambda:re.match('(','a')); t(lambda:re.match('a')); t(lambda:re.match(pattern='a',string='ab'))
class S(str): pass
t(lambda:re.match(S('a'),'ab')); t(lambda:re.match('a',S('ab')).group()); t(lambda:type(re.match('a',S('ab')).string))
print([m.span() for m in re.finditer(r'\w+','ab cd')], re.sub(r'\d',lambda m:m.group()*2,'a1b2'), re.purge(), re.match('a','a'))
try: re.match('(','a')
except re.error:
    import traceback; traceback.print_exc()
