"""What a report makes of notes that are no list, of SyntaxErrors made by hand, and of names of modules."""
import traceback


class Mute:
    def __str__(self):
        raise ValueError

    __repr__ = __str__


for notes in (None, 5, "text", ["a", 5], [Mute()], Mute(), (), ("a", "b")):
    error = ValueError(123)
    error.__notes__ = notes
    print(traceback.format_exception_only(error))
for place in (("f.py", None, None, "text"), ("f.py", 1, 2, "text"), ("f.py", 1, 2, "text", 1, 3), ("f.py", 1, None, "text"),
              ("f.py", 1, 9, "text"), (None, 1, 1, "text"), ("f.py", None, None, None)):
    print(traceback.format_exception_only(SyntaxError("wrong", place)))


class Odd(Exception):
    __module__ = 5


print(traceback.format_exception_only(Odd("message")))
for name in ("code", "binascii", "_io", "pdb", "this", "zzz"):
    try:
        eval(name)
    except NameError as e:
        print(traceback.format_exception(e)[-1], end="")
