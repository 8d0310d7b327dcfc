import csv,io
def t(f):
    try: print(repr(f())[:300])
    except BaseException as e: print(type(e).__name__,e)
for text in ('a,b\n','a,"b,c"\n','"a""b",c\r\n','"a"b,c','a"b,c"d\n','"a','"a\nb",c\n','"a",\n','"",""\n','""\n','\n','\r\n','a,b\rc,d\n','"x"\r','"é中","b"\n','"a" ,b\n',' "a",b\n','"a,b\n"c\n','a,""","\n','"""a"""\n','"a"",b\n"','"a\r\nb"\n','x,"y"\n\n"z"'):
    for kw in ({},{'strict':True},{'quotechar':"'"},{'delimiter':';'},{'doublequote':False},{'skipinitialspace':True},{'quoting':csv.QUOTE_NONE},{'quoting':csv.QUOTE_ALL},{'quoting':csv.QUOTE_NONNUMERIC},{'escapechar':'\\'},{'quotechar':None,'quoting':csv.QUOTE_NONE}):
        t(lambda: list(csv.reader(io.StringIO(text,newline=''),**kw)))
        t(lambda: list(csv.reader(text.splitlines(True),**kw)))
s=io.StringIO(); print(s.write('ab\ncd'),s.write(''),s.tell(),s.seek(0),next(s),next(s),next(s,'end'),s.write('ef\n'),s.getvalue()); print(s.seek(3),list(s)); s.seek(50); print(list(s),s.tell(), s.write('z'), repr(s.getvalue()))
s=io.StringIO('a\r\nb\rc\n',newline=None); print(list(s),s.newlines)
s=io.StringIO('a\r\nb\rc\n',newline=''); print(list(s))
s=io.StringIO('a\r\nb\rc\n'); print(list(s), s.closed); s.close(); t(lambda: next(s)); t(lambda: s.write('a'))
class S(io.StringIO):
    def readline(self,*a): return super().readline(*a).upper()
print(list(S('a\nb')))
class U(str): pass
s=io.StringIO(); print(s.write(U('x')), type(s.getvalue())); t(lambda: s.write(5))
s=io.StringIO('abc'); print(s.write('Z'), s.getvalue()); s.truncate(2); print(s.getvalue(), s.write('!'), s.getvalue())
