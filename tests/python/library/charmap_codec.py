# The codec `charmap`: without a table it is Latin-1, with one what the table says.
import codecs

print("abé".encode("charmap"), b"ab\xe9".decode("charmap"), codecs.lookup("charmap").name)
print(codecs.charmap_build("abc"))
for attempt in [
    lambda: "\u1234".encode("charmap"),
    lambda: "\u1234".encode("charmap", "replace"),
    lambda: codecs.charmap_encode("aé", "strict", {97: 98}),
    lambda: codecs.charmap_encode("aa", "strict", {97: 98}),
    lambda: codecs.charmap_decode(b"ab", "strict", {97: "zz"}),
    lambda: codecs.charmap_decode(b"abc", "replace", {97: "zz"}),
]:
    try:
        print(attempt())
    except UnicodeError as error:
        print(type(error).__name__, error)
