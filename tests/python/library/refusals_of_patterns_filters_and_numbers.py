"""Wrong arguments of re, warnings, csv and decimal are refused where CPython refuses them."""
import csv
import io
import re
import warnings
from decimal import Decimal as D

for action in (lambda: re.compile("a").sub(lambda m: 5, "a"), lambda: re.compile("a").sub(lambda m: 5, "ba"),
               lambda: re.split("a", "bab", maxsplit="x"), lambda: warnings.filterwarnings("error", "("),
               lambda: warnings.filterwarnings("error", category=int), lambda: warnings.filterwarnings("error", lineno=-1),
               lambda: warnings.warn("a", stacklevel="x"),
               lambda: csv.DictWriter(io.StringIO(), ["a"]).writerow({"a": 1, "b": 2, "c": 3}),
               lambda: D("5.5").fma(2, 1), lambda: D(1).quantize("x"), lambda: D(1).compare("a"), lambda: D(3).max("4"),
               lambda: D(1).fma("x", 1), lambda: D(7).remainder_near(4)):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
