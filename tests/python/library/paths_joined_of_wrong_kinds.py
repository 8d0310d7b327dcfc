"""os.path.join says which part is no path; paths may be bytes; views of items compare without hashing values."""
import os
import pathlib

print(os.path.join(pathlib.Path("a"), "b"), os.path.join(b"a", b"b"), os.path.split(b"/a/b.c"), os.path.splitext(b"b.c"))
print(os.path.basename(b"/a/b"), os.path.dirname(b"/a/b"), os.path.normpath(b"a/../b"), os.path.isabs(b"/"))
for parts in [("a", None), (None, "a"), ("a", b"b"), ("a", pathlib.Path("q"), 5), ("a", "b", [])]:
    try:
        print(os.path.join(*parts))
    except TypeError as e:
        print(e)
items = {"a": [], "b": 1}
print(items.items() >= {("b", 1)}, items.items() == {"b": 1, "a": []}.items(), {("b", 1)} <= items.items())
print(items.items() < {"a": [], "b": 1, "c": 2}.items(), items.keys() == {"a", "b"}, items.keys() > {"a"})
print(items.items() == [1], items.keys() != {"a"}, items.items() >= {("b", 2)}, items.keys() <= {"a", "b"})
try:
    items.items() <= {("a", 1), ("b", 1)}
except TypeError as e:
    print(e)
try:
    open("a\0b")
except ValueError as e:
    print(e)
os.path.join("a", None)
