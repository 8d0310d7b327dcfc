import plistlib, datetime, io
pl = dict(aString="Doodah", aList=["A","B",12,32.1,[1,2,3]], aFloat=0.1, anInt=728, big=2**63, neg=-5, negbig=-2**60,
  aDict=dict(anotherString="<hello & hi there!>", aThirdString="M\xe4ssig, Ma\xdf", aTrueValue=True, aFalseValue=False), empty={}, el=[],
  someData=b"<binary gunk>", someMoreData=b"<lots of binary gunk>"*10, aDate=datetime.datetime(2004,10,26,10,33,33), same="Doodah", long='x'*300, uni='é'*20)
d=plistlib.dumps(pl); print(d.decode())
assert plistlib.loads(d)==pl
b=plistlib.dumps(pl, fmt=plistlib.FMT_BINARY); print(b)
print(plistlib.loads(b)==pl, plistlib.loads(b, fmt=plistlib.FMT_BINARY)==pl)
print(plistlib.dumps({'b':1,'a':2}, sort_keys=False).decode())
print(plistlib.dumps([plistlib.UID(1), plistlib.UID(300), plistlib.UID(2**40), None, True, 1.5, b'', 10**5,2**40], fmt=plistlib.FMT_BINARY))
print(plistlib.loads(plistlib.dumps([plistlib.UID(1), plistlib.UID(300), None, True, 1.5, b'', 10**5,2**40], fmt=plistlib.FMT_BINARY)))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__module__, type(e).__name__, e)
t(lambda: plistlib.dumps(None)); t(lambda: plistlib.dumps({1:2})); t(lambda: plistlib.dumps({1:2,'a':3}, skipkeys=True, sort_keys=False)); t(lambda: plistlib.dumps('\0')); t(lambda: plistlib.dumps(2**64)); t(lambda: plistlib.dumps({1}, fmt=plistlib.FMT_BINARY))
t(lambda: plistlib.loads(b'')); t(lambda: plistlib.loads(b'bplist00')); t(lambda: plistlib.loads(b'<plist><dict><key>a</key></dict></plist>')); t(lambda: plistlib.loads(b'<plist><dict><string>a</string></dict></plist>')); t(lambda: plistlib.loads(b'<plist><dict>'));t(lambda: plistlib.loads('x', fmt=plistlib.FMT_BINARY)); t(lambda: plistlib.dumps(1, fmt=5)); t(lambda: plistlib.UID(-1)); t(lambda: plistlib.UID('a')); t(lambda: plistlib.loads(b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "b">]><plist><string>&a;</string></plist>'))
print(plistlib.loads(b'<plist version="1.0"><array><integer>0x1F</integer><real>1e3</real><date>2020-01-02T03Z</date><true/><data>aGk=</data><string/></array></plist>'))
print(repr(plistlib.UID(5)), hash(plistlib.UID(5)), plistlib.UID(5)==plistlib.UID(5), plistlib.FMT_XML, [n for n in dir(plistlib) if n[0]!='_' and n in plistlib.__all__])
with open('/tmp/a.plist','wb') as f: plistlib.dump({'x':[1,'y']}, f)
with open('/tmp/a.plist','rb') as f: print(plistlib.load(f))
print(plistlib.dumps(datetime.datetime(2020,1,1,tzinfo=datetime.timezone(datetime.timedelta(hours=2))), aware_datetime=True).decode().splitlines()[3])
print(plistlib.loads(plistlib.dumps(datetime.datetime(2020,1,1,tzinfo=datetime.timezone.utc), aware_datetime=True, fmt=plistlib.FMT_BINARY), aware_datetime=True))
