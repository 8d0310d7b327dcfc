from urllib.parse import *
import urllib.parse
print(urlparse('http://user:pw@example.com:8080/path;p?q=1&r=2#frag'))
u = urlparse('http://user:pw@Example.com:8080/path?q=1')
print(u.hostname, u.port, u.username, u.password, u.netloc, u.query, u.geturl())
print(urlsplit('//x/y'), urlsplit('path/only'), urlunsplit(('http', 'a', '/b', 'c=d', 'e')), urljoin('http://a/b/c', '../d'), urljoin('http://a/b/c', '/d'), urljoin('http://a/b/', 'c'), urljoin('http://a/b', 'http://c/d'), urljoin('http://a/b/c?x', '?y'))
print(quote('a b/c?d=é'), quote_plus('a b&c'), unquote('a%20b%C3%A9'), unquote_plus('a+b'), urlencode({'a': 1, 'b': 'x y'}), urlencode([('a', [1, 2])], doseq=True), parse_qs('a=1&b=2&a=3'), parse_qsl('a=1&b='), urldefrag('http://a/b#c'))
from http import HTTPStatus
print(HTTPStatus.OK, repr(HTTPStatus.NOT_FOUND), HTTPStatus(500).phrase, HTTPStatus.OK == 200, HTTPStatus.OK.value, int(HTTPStatus.CREATED), HTTPStatus['OK'], f'{HTTPStatus.OK}', HTTPStatus.OK.is_success)
import platform
import sys
print(platform.system(), platform.python_version(), platform.python_implementation(), sys.platform, sys.version_info[:2], sys.version_info >= (3, 7), sys.modules['sys'] is sys, sys.stdin.readline() == '', sys.byteorder, sys.getswitchinterval())
import numbers
print(isinstance(1, numbers.Number), isinstance(1.5, numbers.Real), isinstance(1j, numbers.Integral))
import importlib
print(importlib.import_module('math').pi, importlib.import_module('os.path').join('a', 'b'))
import reprlib
print(reprlib.repr(list(range(100))), reprlib.repr('x' * 100), reprlib.repr({i: i for i in range(10)}))
