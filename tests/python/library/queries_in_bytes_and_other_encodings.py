"""urllib.parse: a query in bytes gives bytes; what is not ASCII stays; what stands in brackets is an address."""
from urllib.parse import parse_qs, parse_qsl, quote, unquote, urlsplit

print(parse_qs("key=\u0141%E9", encoding="latin-1"), parse_qs(b"a=%ff&b=\xc5"), parse_qsl("a=1;b=2", separator=b";"))
print(unquote("é%C3%A9ü%41"), unquote("%zz%4"))
for url in ("http://[::1]:80/a", "http://[1.2.3.4]/", "http://[xyz]/", "http://[v1.a]/", "http://[va]/", "http://a]b"):
    try:
        print(urlsplit(url).hostname)
    except ValueError as e:
        print(url, e)
try:
    quote(b"a", encoding="utf-8")
except TypeError as e:
    print(e)
try:
    parse_qsl([1])
except TypeError as e:
    print(e)
