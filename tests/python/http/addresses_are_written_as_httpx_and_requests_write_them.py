# recorded by hand: httpx 0.28.1 and requests 2.34.2 print this with CPython 3.13
# Hosts in brackets and in other scripts, queries of lists, parts in which something may not stand.
import httpx, requests
for u in ('http://[::1]/','http://[::1]','http://h:1:2','http://::1/','http://[::1]:8/x','http://u:p@[::1]:8/x','http://faß.de','http://xn--fa-hia.de','http://☃.net','http://ＥＸ.com','http://中文.cn/a','http://h:8/a?b#c'):
    try:
        r = httpx.URL(u); print(u, r, r.host, r.port)
    except Exception as e: print(u, type(e).__name__, e)
for q in ([('a',[1,2])], {'a':[1,2],'b':None,'c':True}, 'a=1&a=2', b'x=1', None, [('a',None)]):
    p = httpx.QueryParams(q); print(repr(p), p.set('a',[3,4]), p.add('a', 5), p.get_list('a'))
class S(httpx.QueryParams): pass
print(repr(S('a=1')))
def prep(u, **k):
    try: print(u, k, requests.Request('GET', u, **k).prepare().url)
    except Exception as e: print(u, k, type(e).__name__, e)
for u in ('http://h/[x]','http://h/a/../b','http://H/','http://h:','http://h/%c3%bc%','http://h/#%','http://h/a b/ü?x=ü y#f ü','http://user:pa%ss@h:80/','http://[::1]:80/x','http://h/..','http://h/a/.','HTTP://h/x?','http://h/a/./b/../c?x=/../y','http://中文.cn/'):
    prep(u)
prep('http://h/p?x=ü', params='%zz')
for p in ({'a':[]}, [('a',None)], {'a':[1,None]}, {'a':None,'b':2}, {'k':'ü &'}, 'q=1', b'q=2', [('a',1),('a',2)], {}, None, {'a': (1,2)}, {'a':'x'}):
    prep('http://h/p', params=p)
    prep('http://h/p?z=1#f', params=p)
print(requests.Request('GET','http://h/',headers={'Cookie':'z=1'},cookies={'a':'b'}).prepare().headers)
print(requests.Request('GET','http://h/',cookies={'a':'b'}).prepare().headers)
