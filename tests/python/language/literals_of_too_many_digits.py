# A decimal int of more digits than sys.get_int_max_str_digits() does not compile, whatever stands behind it.
import ast
import sys

SOURCES = [
    "x=" + "9" * 5000,
    "(1,\n 9" + "_9" * 4500 + "J)\n",
    "y = 1\nx = [" + "1" * 4301 + "]\n",
    "x = " + "1" * 4301 + " +",
    "x = ? " + "1" * 4301,
    "x = 1 1\n" + "1" * 4301,
    "x = (\n" + "1" * 4301 + "\n",
    "f'{" + "2" * 4400 + "}'",
    "0" * 5000,
    "-" + "1" * 4301,
    "match 1:\n  case " + "1" * 4400 + ": pass",
    "1" * 4301 + "e5",
    "0x" + "1" * 5000,
    "1" * 4300,
]
for source in SOURCES:
    try:
        exec(source)
        print("fine")
    except SyntaxError as e:
        print(e.lineno, e.offset, e.end_lineno, e.end_offset, len(e.text.rstrip("\n")), e.msg)
for read in (eval, ast.literal_eval):
    try:
        read("1" * 4301)
    except SyntaxError as e:
        print(e.filename, e.lineno, e.offset, e.end_offset, len(e.text))
sys.set_int_max_str_digits(0)
print(eval("1" * 4301) % 1000, ast.literal_eval("1" * 4301) % 1000)
sys.set_int_max_str_digits(1000)
eval("7" * 1001)
