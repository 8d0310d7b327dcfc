# html.unescape: references by name and number, whole, cut short and wrong; checksums and letters of bytes beside it.
import base64
import html
import re
import zlib

for text in (
    "a&lt;b", "&amp", "&ampx;", "&#39;", "&#39", "&#x27;", "&#X27", "&#xZZ;", "&#;", "&;", "&", "&&lt;", "&notit;",
    "&#0;", "&#128;", "&#1114112;", "&lt", "&nosuch;", "a & b; c", "&#12a;", "&#٣;", "é&eacute;&#233;", "&lt;&gt;",
    "&#13;", "&#1;", "x&amp;lt;",
):
    print(repr(html.unescape(text)))
print(zlib.crc32(b"abc"), zlib.crc32(b"abc", 5), zlib.crc32(b"", -1), zlib.crc32(bytearray(b"q")), zlib.crc32(b"abc", 1 << 40))
for call in (
    lambda: base64.b64decode("YWJj"),
    lambda: base64.b64decode(b"YWJj"),
    lambda: base64.b64encode(b"abcd"),
    lambda: base64.b64decode(b"YW", validate=True),
    lambda: base64.b64decode("é"),
    lambda: base64.b64encode("x"),
    lambda: base64.b64decode(b"Y_W-", b"-_"),
    lambda: base64.b64decode(b"Y!W\nJj"),
    lambda: zlib.crc32("x"),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(re.sub("a", lambda m: None, "banana"), re.subn("a", lambda m: m.group().upper(), "banana", count=2))
print(re.sub("x*", "-", "abc"), re.sub("a", "b", "aaa", count=-1), re.subn(b"a", lambda m: b"<%s>" % m[0], b"banana"))

import hashlib

digest = hashlib.sha256(b"a")
copy = digest.copy()
digest.update(b"b")
digest.update(bytearray(b"c"))
print(digest.hexdigest()[:16], copy.hexdigest()[:16], copy.digest()[:4], hashlib.md5(bytearray(b"q")).hexdigest(), hashlib.md5().hexdigest())
print(hashlib.blake2b(b"x").hexdigest()[:16], hashlib.shake_128(b"a").hexdigest(4), digest.name, digest.digest_size, digest.block_size)
for call in (lambda: hashlib.md5("x"), lambda: digest.update("x"), lambda: digest.digest(1), lambda: hashlib.shake_128(b"").digest()):
    try:
        print(call())
    except TypeError as error:
        print(type(error).__name__)
