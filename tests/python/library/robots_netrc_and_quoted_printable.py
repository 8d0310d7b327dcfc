"""urllib.robotparser; netrc; quopri and binascii's part of it."""
import binascii
import io
import netrc
import quopri
import urllib.robotparser

RULES = '''# for crawlers
User-agent: Figtree
User-agent: Other
Crawl-delay: 3
Request-rate: 9/30
Disallow: /tmp
Allow: /a%3cd.html

User-agent: *
Disallow: /private/
Disallow: /*.gif
Allow: /

Sitemap: http://example.com/map.xml
'''
robots = urllib.robotparser.RobotFileParser('http://example.com/robots.txt')
print(robots.can_fetch('a', '/'), robots.mtime())
robots.parse(RULES.splitlines())
print(robots)
for agent, url in (('figtree/1.0', '/tmp/x'), ('Other', 'http://example.com/a%3cd.html'), ('b', '/private/x'), ('b', '/x?y=1')):
    print(agent, url, robots.can_fetch(agent, url))
print(robots.crawl_delay('other'), robots.request_rate('other'), robots.crawl_delay('b'), robots.site_maps(), robots.host)

for text in (
    'machine a login b password c\ndefault login d account e password "f \\"g"\n',
    '# first\n#second\nmachine x # y\n login u\n#z\npassword p\\ q\nmacdef m\nline1\nline2\n\nmachine b user q password r',
    'nothing x', 'machine a x b', 'macdef m\nabc', '',
):
    with open('/tmp/hosts', 'w') as file:
        file.write(text)
    try:
        found = netrc.netrc('/tmp/hosts')
        print(found.hosts, found.macros, found.authenticators('a'), found.authenticators('unknown'))
        print(found)
    except netrc.NetrcParseError as error:
        print(error, error.lineno)
try:
    netrc.netrc('/tmp/none')
except OSError as error:
    print(error)

print(quopri.encodestring('äb = c \n'.encode()), quopri.decodestring(b'=C3=A4b=\nx =3D\n'))
print(binascii.b2a_qp(b'a_b c', header=True), binascii.a2b_qp('a_b=20c', header=True), binascii.b2a_qp(b'\r\n', istext=False))
out = io.BytesIO()
quopri.encode(io.BytesIO(b'a=b\t\n.\n' * 2 + b'x' * 100), out, True)
print(out.getvalue())
back = io.BytesIO()
quopri.decode(io.BytesIO(out.getvalue()), back)
print(len(back.getvalue()), quopri.needsquoting(b' ', False, True), quopri.quote(b'='))
