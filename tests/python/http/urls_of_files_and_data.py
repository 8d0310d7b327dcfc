# What urllib opens without a server, openers made of handlers, and answers as files.
import io
import os
import tempfile
import urllib.error
import urllib.request
import urllib.response

folder = tempfile.mkdtemp()
path = os.path.join(folder, "a file.txt")
with open(path, "w") as file:
    file.write("of a file")
os.utime(path, (0, 0))
url = "file://" + urllib.request.pathname2url(path)
with urllib.request.urlopen(url) as answer:
    print(type(answer).__name__, answer.url == url, answer.status, answer.getcode(), answer.headers["Last-modified"])
    print(answer.info()["content-type"], answer.headers["Content-Length"], answer.read())
print(urllib.request.urlretrieve(url)[0] == path)
shown = []
name, headers = urllib.request.urlretrieve(url, os.path.join(folder, "copy"), lambda *args: shown.append(args))
print(open(name).read(), shown, headers["Content-type"])
for url in ("data:text/plain;charset=utf-8,two%20words", "data:;base64,aGVsbG8=", "data:,x"):
    with urllib.request.urlopen(url) as answer:
        print(answer.read(), answer.headers["content-type"], answer.headers["content-length"], answer.geturl())
for url in "file:///no/such", "foo:bar", "nothing", "http://", "file://other.invalid/x", "data:none":
    try:
        urllib.request.urlopen(url)
    except Exception as error:
        print(type(error).__name__, error)


class Greeting(urllib.request.BaseHandler):
    def greet_open(self, request):
        print("asked for", request.full_url, request.type, request.host, request.selector)
        return urllib.response.addinfourl(io.BytesIO(b"hello"), {}, request.full_url, 299)

    def greet_request(self, request):
        request.add_header("X-Seen", "yes")
        return request

    def greet_response(self, request, response):
        print("answered", request.headers, response.code)
        return response


class Quiet(urllib.request.HTTPDefaultErrorHandler):
    pass


opener = urllib.request.build_opener(Greeting, Quiet())
print([type(handler).__name__ for handler in opener.handlers])
print(opener.open("greet://you/there?now").read())
request = urllib.request.Request("http://Example.com:81/path#part", data=b"x")
print(request.host, request.selector, request.origin_req_host, request.fragment, request.get_method())
closed = urllib.response.addclosehook(io.BytesIO(b"x"), print, "closed")
with closed:
    print(closed.read())
try:
    with closed:
        pass
except ValueError as error:
    print(error)
