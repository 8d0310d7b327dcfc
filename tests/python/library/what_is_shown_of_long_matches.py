import re

print(re.match("a" * 60, "a" * 60), re.match("'" * 48 + "x", "'" * 48 + "x"), re.match(b"b" * 60, b"b" * 60))
print(re.match("é*", "é" * 49), re.match("a+", "a" * 47), re.match("a+", "a" * 48), re.match("\n+", "\n" * 30))
