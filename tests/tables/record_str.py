"""Records what CPython's str methods give: python3.13 tests/tables/record_str.py > tests/tables/str.tsv

A line is method, arguments and result, separated by tabs; texts in unicode_escape, lists joined by '|'.
"""

import itertools
import os
import random
import sys

if os.environ.get("PYTHONHASHSEED") != "0":
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})

random.seed(1)


def esc(value):
    if isinstance(value, str):
        return value.encode("unicode_escape").decode().replace("|", "\\x7c")
    if isinstance(value, (list, tuple)):
        return "[" + "|".join(esc(v) for v in value) + "]"
    return str(value)


def row(method, *args, result):
    print("\t".join([method, *map(esc, args), esc(result)]))


TEXTS = [
    "", "a", "hello world", "  two  words ", "Hello, World! 42", "it's", 'say "hi"', "both ' and \"", "back\\slash",
    "tab\there\nnew\r\nline\x0bvt\x1cfs\x85nel\u2028ls", "caf\xe9", "\xdf\u0130\u0131", "\u03a3\u0391\u03a3 \u039f\u03a3.", "\u4f60\u597d\uff0c\u4e16\u754c",
    "\U0001f600 smile", "lone \ud83d end", "\x7f\x80\xa0\xad\u200b\ufeff", "\ufb01x \u01c6 \u1f80", "\u0661\u0662\u0663", "\xb2\xbd\u2167\u4e09",
    "aaaa", "abcabcabc", "a,b,,c,", "x=1; y=2", "+12", "-7", "_id", "9lives", "na\xefve_\u540d", "\u13f8\uab70\u1e9e", "TitleCase Here",
    "they're bill's", "\u01c5a", "I\u0307", "a\u0301", "\u3042\u3044", "\u2007\u3000x", "%s {} %%", "\udcff",
]
for text in TEXTS:
    for method in ("upper lower title capitalize casefold swapcase isspace isalpha isalnum isdecimal isdigit isnumeric "
                   "isprintable isidentifier islower isupper istitle strip lstrip rstrip split rsplit splitlines").split():
        row(method, text, result=getattr(text, method)())
    row("repr", text, result=repr(text))
    row("ascii", text, result=ascii(text))
    row("hash", text, result=hash(text))
    row("keepends", text, result=text.splitlines(True))
    for n in (1, 2):
        row("splitn", text, n, result=text.split(None, n))
        row("rsplitn", text, n, result=text.rsplit(None, n))
    for width in (0, 7, 8, 20):
        for method in ("ljust", "rjust", "center"):
            row(method, text, width, result=getattr(text, method)(width, "\u2500"))
        row("zfill", text, width, result=text.zfill(width))
    row("expandtabs", text, 4, result=text.expandtabs(4))
    row("slice", text, 1, 5, result=text[1:5])
    row("backwards", text, result=text[::-1])
    row("repeat", text, 3, result=text * 3)
    for name, errors in itertools.product(("utf-8", "ascii", "latin-1"), ("strict", "ignore", "replace", "backslashreplace",
                                                                       "xmlcharrefreplace", "surrogateescape", "surrogatepass")):
        try:
            result = text.encode(name, errors).decode("latin-1")
        except UnicodeEncodeError as e:
            result = "! " + str(e)
        row("encode", text, name, errors, result=result)

NEEDLES = ["", "a", "l", "o w", ",", "abc", "aa", "\u4e16", "\xe9", "\U0001f600", "cab", "zz", "\n"]
for text in TEXTS:
    for needle in NEEDLES:
        row("find", text, needle, result=text.find(needle))
        row("rfind", text, needle, result=text.rfind(needle))
        row("count", text, needle, result=text.count(needle))
        row("find2", text, needle, 2, -1, result=text.find(needle, 2, -1))
        row("startswith", text, needle, result=text.startswith(needle))
        row("endswith", text, needle, result=text.endswith(needle))
        row("replace", text, needle, "<\u2192>", result=text.replace(needle, "<\u2192>"))
        row("replace1", text, needle, "-", result=text.replace(needle, "-", 1))
        row("stripset", text, needle, result=text.strip(needle))
        row("cmp", text, needle, result=(text > needle) - (text < needle))
        if needle:
            row("splitsep", text, needle, result=text.split(needle))
            row("rsplitsep", text, needle, 1, result=text.rsplit(needle, 1))
            row("partition", text, needle, result=list(text.partition(needle)))
            row("rpartition", text, needle, result=list(text.rpartition(needle)))

BYTES = [b"", b"plain", b"caf\xc3\xa9", b"\xff", b"\xc3", b"a\xe4\xbd", b"\xe4\xbda", b"\xed\xa0\xbd", b"\xf0\x9f\x98\x80", b"\xf0\x9f\x98",
         b"\xc0\x80x", b"\xf5\x80", b"\x80\x81", b"it's", b"'\"", b"\x00\t\n\r\\\x7f", b"\xe0\x80\x80", b"ok\xe2\x82\xac\xfeok"]
for data in BYTES:
    text = data.decode("latin-1")
    row("reprbytes", text, result=repr(data))
    for name, errors in itertools.product(("utf-8", "ascii", "latin-1"), ("strict", "ignore", "replace", "backslashreplace",
                                                                       "surrogateescape", "surrogatepass")):
        try:
            result = data.decode(name, errors)
        except UnicodeDecodeError as e:
            result = "! " + str(e)
        row("decode", text, name, errors, result=result)

# Character properties over the whole range, summed into a check.
for method in "isspace isalpha isalnum isdecimal isdigit isnumeric isprintable isidentifier islower isupper istitle".split():
    total = 0
    for code in range(0x110000):
        if getattr(chr(code), method)():
            total = (total * 31 + code) % (1 << 61)
    row("sum", method, result=total)
for method in "upper lower title casefold".split():
    total = 0
    for code in range(0x110000):
        for c in getattr(chr(code), method)():
            total = (total * 31 + ord(c)) % (1 << 61)
    row("sum", method, result=total)
