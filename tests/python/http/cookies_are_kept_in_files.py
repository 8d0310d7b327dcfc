# http.cookiejar's files, what its cookies show, and cookies of one's own in headers.
import http.cookiejar
import http.cookies
import io
import os
import urllib.request

PLACE = "/tmp/cookies_of_a_test.txt"


class Answer:
    def __init__(self, *cookies):
        self.headers = urllib.request.urlopen("data:,x").headers
        for cookie in cookies:
            self.headers._headers.append(("Set-Cookie", cookie))

    def info(self):
        return self.headers


def cookie(name, value, **more):
    known = dict(version=0, port=None, port_specified=False, domain=".example.com", domain_specified=True,
                 domain_initial_dot=True, path="/", path_specified=True, secure=False, expires=4102444800, discard=False,
                 comment=None, comment_url=None, rest={})
    return http.cookiejar.Cookie(name=name, value=value, **{**known, **more})


for kind in http.cookiejar.MozillaCookieJar, http.cookiejar.LWPCookieJar:
    jar = kind(PLACE)
    jar.set_cookie(cookie("lasts", "one"))
    jar.set_cookie(cookie("shut", 'a "b" c', secure=True, path="/shut", rest={"HttpOnly": None}))
    jar.set_cookie(cookie("session", "two", expires=None, discard=True, domain="example.org", domain_initial_dot=False,
                          domain_specified=False))
    jar.set_cookie(cookie("empty", None))
    jar.save()
    print(open(PLACE).read())
    jar.save(ignore_discard=True)
    again = kind()
    again.load(PLACE, ignore_discard=True)
    print(len(again), sorted((each.name, each.value, each.domain, each.path, each.expires, each.secure) for each in again))
    with open(PLACE, "w") as file:
        file.write("nothing of that kind\n")
    try:
        again.load(PLACE)
    except http.cookiejar.LoadError as error:
        print(error)
    try:
        kind().save()
    except ValueError as error:
        print(error)
os.remove(PLACE)
jar = http.cookiejar.CookieJar()
jar.set_cookie(cookie("name", "value"))
print(jar)
print(repr(jar))
request = urllib.request.Request("http://www.example.com/")
jar.add_cookie_header(request)
print(request.get_header("Cookie"))
for args in ("example.net",), (None, "/"), (None, None, "name"), (".example.com", "/", "name"):
    try:
        jar.clear(*args)
        print(len(jar))
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
jar.extract_cookies(Answer("a=1; Path=/p; HttpOnly", "b=2; Max-Age=10; SameSite=Lax"),
                    urllib.request.Request("http://www.example.com/p/q"))
for each in jar:
    print(each, each.path_specified, each.domain_specified, each.discard, sorted(each._rest))
found = http.cookies.SimpleCookie("first=1; $Path=/x; second=2")
print(found.output(sep="\n"))
