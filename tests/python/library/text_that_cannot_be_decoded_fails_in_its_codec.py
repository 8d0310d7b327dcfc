"""A text file's errors come from the incremental decoder, which is Python for some encodings; an unknown encoding is C's."""
import json
import pathlib
import traceback

pathlib.Path("names.csv").write_bytes("名字,年龄\n张三,18\n".encode("gbk"))
pathlib.Path("lines.txt").write_bytes(b"first\nsecond \xff\n")


def attempt(what, action):
    print("#", what)
    try:
        print("value", ascii(action()))
    except (UnicodeError, LookupError):
        print(traceback.format_exc(), end="")


def lines():
    return [line for line in open("lines.txt", encoding="UTF-8")]


for encoding in ("utf-8", "UTF8", "utf_8", "ascii", "utf-16", "gbk", "latin-1"):
    attempt(encoding, lambda: open("names.csv", encoding=encoding).read())
attempt("lines", lines)
attempt("readline", lambda: open("lines.txt", encoding="utf-8").readlines())
attempt("json", lambda: json.load(open("names.csv", encoding="utf-8")))
attempt("path", lambda: pathlib.Path("names.csv").read_text(encoding="utf-8"))
attempt("replaced", lambda: open("lines.txt", encoding="utf-8", errors="replace").read())
attempt("written", lambda: pathlib.Path("out.txt").write_text("é", encoding="ascii"))
for action in (lambda: "a".encode("nope"), lambda: b"a".decode("nope"), lambda: str(b"a", "nope"),
               lambda: "é".encode("ascii", "nope"), lambda: b"\xff".decode("utf-8", "nope"),
               lambda: "a".encode("hex"), lambda: b"a".decode("base64"), lambda: open("out.txt", encoding="nope")):
    attempt("encoding", action)
