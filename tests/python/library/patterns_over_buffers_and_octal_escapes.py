"""Parts of a buffer that a pattern matches are bytes; an octal escape of three digits has 255 as its greatest."""
import re

print(re.search(b"b", bytearray(b"abc")), re.findall(b"b", memoryview(b"abcb")), re.split(b"b", bytearray(b"abc")))
print(re.sub(b"b", bytearray(b"x"), b"abc"), re.sub(b"b", b"x", bytearray(b"abc")), re.search(b"(b)", bytearray(b"b")).groups())
for pattern in (r"\567", r"\400", r"\377", r"\477", r"\18", r"\U00110000", r"[\567]"):
    try:
        print(pattern, re.compile(pattern))
    except re.error as e:
        print(pattern, e)
for replacement in (r"\777", r"\400a", r"\101", r"\478", r"\08"):
    try:
        print(replacement, repr(re.sub("x", replacement, "x")))
    except re.error as e:
        print(replacement, e)
