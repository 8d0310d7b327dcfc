"""Addresses that are none, headers' parameters as they were written, and bodies that are no ASCII."""
import email, email.policy, email.message, email.utils
from email.headerregistry import HeaderRegistry, Address, Group
def tried(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
reg = HeaderRegistry()
for name, value in [('Content-Type', 'text/plain; Charset="utf-8" (c)'), ('Content-Disposition', 'ab./k'), ('Content-Disposition','ab./k; filename="foo"'),
  ('Content-Type','text/plain; name*0="a b"; name*1="c"'), ('Content-Type', "text/plain; name*=utf-8'en'%C3%A4"), ('Content-Type','text/html; charset="utf-8"; boundary=xy'),
  ('Content-Type', "text/plain; name*0*=us-ascii''My; name*1= Document"), ('Content-Type','text/plain; CHARSET=us-ascii; Name=x'),('Content-Disposition', "attachment; filename*=UTF-8''na%20me.txt"),('Content-Disposition', 'inline; FileName="A.TXT"; size=12')]:
    def show():
        h = reg(name, value)
        print(repr(str(h)), dict(h.params), [type(d).__name__ + ':' + str(d) for d in h.defects], getattr(h, 'content_disposition', None) or h.content_type)
    try: show()
    except Exception as e: print('ERR', type(e).__name__, e)
for spec in ('bad name@example.com', 'w\u0151k@example.com', 'a@b', 'a.b@c.d', '"a b"@c', 'a@b c', 'a b', '@b', 'a@', 'a..b@c', 'a,b@c', 'a@b, c@d'):
    tried(Address, 'foo', addr_spec=spec)
for text in ('String that could have been decoded: \ud8fe', 'ab\udcc3\udcab', '\u00eb\udcc3', 'plain \u00eb'):
    m = email.message_from_string('Content-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n' + text)
    tried(m.get_payload, decode=True); tried(m.get_payload)
tried(email.utils.parseaddr, ['a@b']); tried(email.utils.parseaddr, ['a@b'], strict=False); tried(email.utils.parseaddr, None); tried(email.utils.parseaddr, 5)
for v in (['foo: ;'], ['(Empty list)(start)Undisclosed recipients  :(nobody(I know))'], ['[]*-- =~$'], ['a@b', 'c <d@e>, f'], ['a <b@c>(x)'], ['"a, b" <c@d>, e@f'], ['<a@b'], ['a@b;c@d']):
    tried(email.utils.getaddresses, v); tried(email.utils.getaddresses, v, strict=False)
for v in ('(x) <a@b>', 'a (y) <b@c> (z)', ',,a@b', 'a@b,,c@d', ';', 'a;b', 'x [y] z@w', 'a>b@c', 'a)b', 'n <a@b', 'g: a@b, c@d; e@f', 'a@[1.2.3.4]', 'a.b.c', '"q" x <y@z>', 'a b c@d', '<>', '@', 'x:', 'é <a@b>', 'a\\b@c', '(', ')', '(a', '"', '"a', 'a@b]', ']a@b'):
    tried(email.utils.getaddresses, [v], strict=False); tried(email.utils.parseaddr, v); tried(email.utils.getaddresses, [v])
