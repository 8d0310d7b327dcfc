"""Writes src/names/names.txt: the names of characters, of CPython's unicodedata, and their aliases.

Run with CPython 3.13:  python3.13 tests/tables/unicode_names.py NameAliases.txt > src/names/names.txt
(the file of the Unicode Character Database, https://www.unicode.org/Public/15.1.0/ucd/).

A line that begins with `~` gives the code point of the next name, in hexadecimal; without one it is the previous one's
successor. `|` begins a range whose names are a prefix and the code point, `}` an alias. Any other line is a name: its
first character, less 32, says how many characters are the previous name's, and what differs follows.
"""

import sys
import unicodedata

MOST = 90


def main():
    own, ranges = {}, []
    for code in range(0x110000):
        name = unicodedata.name(chr(code), "")
        if not name or name.startswith("HANGUL SYLLABLE "):
            continue
        prefix = name.removesuffix(f"{code:04X}")
        if prefix == name:
            own[code] = name
        elif ranges and ranges[-1][1:] == [code - 1, prefix]:
            ranges[-1][1] = code
        else:
            ranges.append([code, code, prefix])
    for first, last, prefix in ranges:
        print(f"|{first:x} {last:x} {prefix}")
    for line in open(sys.argv[1], encoding="utf-8"):
        code, _, rest = line.strip().partition(";")
        if rest and not line.startswith("#"):
            name = rest.split(";")[0]
            try:
                if ord(unicodedata.lookup(name)) == int(code, 16):
                    print(f"}}{int(code, 16):x} {name}")
            except KeyError:
                pass
    last, previous = -2, ""
    for code, name in own.items():
        shared = 0
        while shared < min(len(name), len(previous), MOST) and name[shared] == previous[shared]:
            shared += 1
        if code != last + 1:
            print(f"~{code:x}")
        print(chr(32 + shared) + name[shared:])
        last, previous = code, name


main()
