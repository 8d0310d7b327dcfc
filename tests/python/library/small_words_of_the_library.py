import csv
import pickle
import string
from dataclasses import dataclass


def attempt(what, *args, **kwargs):
    try:
        print(repr(what(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


attempt(pickle.loads, 5)
attempt(pickle.loads, None)
attempt(pickle.loads, "text")
attempt(string.Formatter().format, "{} {0}", 1)
attempt(string.Formatter().format, "{0} {}", 1)
for text in "{0!r", "{0!", "{0!rx", "{0!r:", "{0:", "{0", "{a[", "{0!r:{}":
    attempt(text.format, 1)
attempt(dataclass, 3)
attempt(csv.Sniffer().sniff, "a;b\nc;d\n")
for part in slice(1), slice(1, 2), slice(None, None, -1), slice("a", 2.5):
    print(hash(part) if "a" not in repr(part) else hash(part) == hash(part))
