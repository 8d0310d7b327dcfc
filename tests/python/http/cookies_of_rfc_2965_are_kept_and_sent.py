"""Set-Cookie2 and Cookie2 (RFC 2965), and what http.cookiejar has for headers, dates and hosts."""
import email
import http.cookiejar as cookiejar
import urllib.request


class Answer:
    def __init__(self, *lines):
        self.headers = email.message_from_string('\n'.join(lines) + '\n\n')

    def info(self):
        return self.headers


def visit(jar, url, *lines):
    request = urllib.request.Request(url)
    jar.add_cookie_header(request)
    jar.extract_cookies(Answer(*lines), request)
    return request.get_header('Cookie'), request.get_header('Cookie2')


jar = cookiejar.CookieJar(cookiejar.DefaultCookiePolicy(rfc2965=True))
shop = 'http://www.shop.example/shoes'
print(visit(jar, shop + '/', 'Set-Cookie2: cart="a b"; Version="1"; Path="/shoes"; Max-Age=600; Comment=why'))
print(visit(jar, shop + '/red', 'Set-Cookie2: size=42; Version=1; Path="/shoes/red"; Discard, side=left; Version=1; Port="80,8080"'))
print(visit(jar, shop + '/red/x', 'Set-Cookie: old=1', 'Set-Cookie2: wide=2; Version=1; Domain=.shop.example; Path="/"'))
print(visit(jar, shop + '/red/x', 'Set-Cookie2: far=3; Version=1; Domain=.example', 'Set-Cookie2: deep=4; Version=1; Path=/other'))
print(visit(jar, 'http://www.shop.example:8080/shoes/red'))
print(visit(jar, 'http://else.example/'))
for cookie in jar:
    print(cookie.name, cookie.value, cookie.version, cookie.port, cookie.domain, cookie.path, cookie.discard, cookie.comment,
          cookie.rfc2109)
print(repr(next(iter(jar)))[:150])
visit(jar, shop + '/', 'Set-Cookie2: cart=x; Version=1; Path="/shoes"; Max-Age=0')
print([cookie.name for cookie in jar])
jar.clear_session_cookies()
print(len(jar), str(jar))

for policy in (cookiejar.DefaultCookiePolicy(), cookiejar.DefaultCookiePolicy(netscape=False, rfc2965=True),
               cookiejar.DefaultCookiePolicy(rfc2109_as_netscape=False), cookiejar.DefaultCookiePolicy(rfc2965=True, hide_cookie2=True)):
    jar = cookiejar.CookieJar(policy)
    visit(jar, 'http://a.example/', 'Set-Cookie: one=1; Version=1', 'Set-Cookie: two=2', 'Set-Cookie2: three=3; Version=1')
    print(visit(jar, 'http://a.example/'), [(cookie.name, cookie.version, cookie.rfc2109) for cookie in jar])

for text in ('Wed, 09 Feb 1994 22:23:32 GMT', '08-Feb-94 14:15:29 GMT', '09 Feb 1994 22:23 -0130', '3 Feb 1994', 'never', '08-Feb-94 1:1 PM'):
    print(text, cookiejar.http2time(text))
print(cookiejar.iso2time('1994-02-03 14:15:29 -0100'), cookiejar.iso2time('19940203T141529Z'), cookiejar.iso2time('1994-13-03'))
print(cookiejar.time2isoz(10 ** 9), cookiejar.time2netscape(10 ** 9))
print(cookiejar.split_header_words(['foo="bar\\"s"; port="80,81"; discard, bar=baz , "']))
print(cookiejar.join_header_words([[('a', None), ('b', 'c d"')], [('e', 'f')]]))
print(cookiejar.parse_ns_headers(['a=1; expires=Wed, 09-Nov-1999 23:12:40 GMT; Version="1"; HttpOnly', '=x', 'b']))
print(cookiejar.domain_match('x.y.com', '.y.com'), cookiejar.domain_match('x.y.com', 'y.com'), cookiejar.is_HDN('1.2.3.4'),
      cookiejar.reach('www.acme.com'), cookiejar.escape_path('/a b%c3/ü'), cookiejar.user_domain_match('10.0.0.1', '.1'))
