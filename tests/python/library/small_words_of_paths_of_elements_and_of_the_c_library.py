import os
import platform
import tempfile
import xml.etree.ElementTree as ET


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


root = ET.fromstring("<a><b n='1'/><b n='2'/><c><b n='3'/></c></a>")
for path in "[", "b[", "b[1", "b[@n", "c/b[", "[b]", "[@n]/b":
    t(lambda: [e.get("n") for e in root.findall(path)])
    t(lambda: root.find(path) is None)
os.chdir(tempfile.mkdtemp())
with open("lib", "wb") as f:
    f.write(b"..GLIBC_2.4..GLIBC_2.17..GLIBC_2.9..libc.so.6..")
t(lambda: platform.libc_ver("lib"))
with open("lib", "wb") as f:
    f.write(b"..libc.so.6..")
t(lambda: platform.libc_ver("lib"))
with open("lib", "wb") as f:
    f.write(b"..none..")
t(lambda: platform.libc_ver("lib", "a", "b"))
t(lambda: platform.libc_ver(3))
t(lambda: platform.libc_ver("/nowhere/a"))
names = [c.__qualname__ for c in object.__subclasses__() if c.__module__ == "_io"]
print(names.count("TextIOWrapper"), names.count("_IOBase"))
