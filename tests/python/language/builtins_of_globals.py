# `__builtins__` is the module where the program begins, and the module's dict in modules and what is executed.
import builtins
import os
import sys
import tempfile

folder = tempfile.mkdtemp()
with open(os.path.join(folder, "asks_builtins.py"), "w") as file:
    file.write("kind = type(__builtins__)\nlength = __builtins__['len']\nsame = vars(__import__('builtins')) is __builtins__\n")
sys.path.insert(0, folder)
import asks_builtins

print(type(__builtins__), __builtins__ is builtins)
print(asks_builtins.kind, asks_builtins.length, asks_builtins.same)
print(eval("type(__builtins__)"), eval("type(__builtins__)", {}))
names = {}
exec("kind = type(__builtins__)\ndef size(x): return len(x)", names)
print(names["kind"], type(names["__builtins__"]), names["size"]("abc"))
names["__builtins__"]["answer_of_all"] = 42
print(eval("answer_of_all", names), builtins.answer_of_all)
del builtins.answer_of_all
print(eval("len('ab')", {"__builtins__": {"len": lambda x: "own"}}))
