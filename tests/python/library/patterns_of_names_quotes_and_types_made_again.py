# Names by patterns, quoted URLs, authenticated messages, hints that are made once, dataclasses as dicts.
import fnmatch,itertools,hmac,hashlib,typing,urllib.parse as u,dataclasses
for p in ['*.txt','a?c','[abc]*','[!a]x','[]a]','[!]a]','[z-a]','[!z-a]','[a-c-e]','[','[a','a]','**','a.b','[\\]','[a\\]','[^a]','[&&]','a*b*c','','[a-]','[-a]','é*','\n*']:
    for n in ['a.txt','abc','xx','ax','bx',']','[','a','b','-','e','d','','\\','^','&','a1b2c','a.b','axb','é1','\nq','[a','z']:
        if fnmatch.fnmatch(n,p)!=False: print(repr(p),repr(n))
print(fnmatch.filter(['a.py','b.txt'],'*.py'), fnmatch.fnmatch(b'abc',b'a*'))
try: fnmatch.fnmatch('a',b'a')
except TypeError as e: print(e)
try: fnmatch.fnmatch(5,'a')
except TypeError as e: print(e)
print(hmac.new(b'k',b'd',hashlib.sha256).hexdigest(), hmac.new(b'k'*200,b'd','md5').hexdigest(), hmac.new(bytearray(b'k'),b'd','sha1').hexdigest())
from typing import *
print(List[int] is List[int], Dict[str,int] is Dict[str,int], Optional[int] is Optional[int], Union[int,str] is Union[int,str], Literal[1], Literal[True], Literal[1]==Literal[True], Callable[[int],str] is Callable[[int],str], Tuple[int,...] is Tuple[int,...], Tuple[()], List['X'], Optional[List['X']])
T=TypeVar('T')
print(List[T][int], Dict[str,T][int], Union[T,int][str], Annotated[int,1], Annotated[int,True], Annotated[int,[1]], ClassVar[int], Final[int], Type[int])
for f in (lambda:List[int,str],lambda:Optional[int,str],lambda:Dict[int],lambda:Union[()],lambda:Callable[int],lambda:List[[]]):
    try: print(f())
    except TypeError as e: print(e)
for s,safe in [('a b/c','/'),('é&=','') ,('~x-_.!',''),('a/b',b'/'),(b'\xff\x00','/')]: print(u.quote(s,safe),u.quote_plus(s,safe) if isinstance(s,str) and isinstance(safe,str) else '')
print(u.urlencode({'a':1,'b':'x y','c':['1','2']}),u.urlencode({'c':['1','2']},doseq=True))
for x in ['http://a.com/b?c=d#e','//h/p','ht-tp+.://x','1http://x','HTTP://User@H:80/;p?q','mailto:a@b','a:b','é:b','',' \thttp://x','http://[::1]/']: print(u.urlparse(x),u.urlsplit(x).hostname)
print(u.urlparse(b'http://a/b'),u.urljoin('http://a/b/c','../d'),u.urlsplit('x','ftp'))
@dataclasses.dataclass
class P:
    x:int; y:list; z:dict; w:tuple=(1,); v:object=None
print(dataclasses.asdict(P(1,[P(2,[],{})],{'a':P(3,[1],{})},(P(4,[],{}),'q'),{1,2})))
l=[1]; p=P(1,l,{}); d=dataclasses.asdict(p); d['y'].append(2); print(l)
from fractions import Fraction
print(Fraction(3,9),Fraction(-3,-9),Fraction(3,-9),Fraction(0,5),Fraction(True,2))
try: Fraction(1,0)
except ZeroDivisionError as e: print(e)
for p in ['*.txt','a*b*c','**a**','*','**','','a**b*','*a*a*a*a','a*','?*?','*[ab]*','a*b']: print(p, fnmatch.translate(p))
print(fnmatch.fnmatch('a'*50,'*a*a*a*a*a*a*a*a*a*a'), fnmatch.fnmatch('a'*50+'b','*a*a*a*a*a*a*a*a*a*a'), fnmatch.fnmatch('aXbXc','a*b*c'), fnmatch.fnmatch('abcbcd','a*bc*d'), fnmatch.fnmatch('aab','*a*b'))
import re
words = re.compile(r"(?P<word>[a-z]+)|(?P<number>\d+)|(?P<space>\s+)")
for scanner in (words.scanner("ab 12?x"), re.compile("a|").scanner("aab"), re.compile("a*").scanner("aab", 1)):
    print([(found.lastgroup, found.span()) for found in iter(scanner.match, None)])
