"""pickle and copy give an exception with all that it knew: names of files, of modules, of attributes."""
import copy
import pickle


def again(exc):
    return pickle.loads(pickle.dumps(exc))


for exc in OSError(2, "no", "file"), OSError(2, "no", "a", None, "b"), OSError(7, "text"), OSError("words"):
    made = again(exc)
    print(repr(made), made.filename, made.filename2, str(made), copy.copy(exc).args)
exc = ImportError("message", name="module", path="place")
print(exc.__reduce__(), again(exc).name, copy.copy(exc).path, ImportError("x").__reduce__())
exc.__init__("other")
print(exc.msg, exc.name, exc.path)
exc = AttributeError("message", name="attribute", obj=3)
print(exc.__reduce__(), again(exc).name, again(exc).obj)
print(again(NameError("message", name="x")).name)
exc = ValueError("x")
exc.own = 1
print(exc.__reduce__(), again(exc).own)
exc.__setstate__({"more": 2})
exc.__setstate__(None)
print(exc.own, exc.more)
try:
    exc.__setstate__(42)
except TypeError as e:
    print(e)
exc.__notes__ = "no list"
try:
    exc.add_note("note")
except TypeError as e:
    print(e)
exc = UnicodeTranslateError("xyz", 0, 2, "reason")
print(exc, exc.args, again(exc))
exc.end = 1
print(exc)
print(repr(again(ExceptionGroup("group", [ValueError(1), TypeError(2)]))))
print(again(SyntaxError("m", ("f", 1, 2, "t"))), again(StopIteration(5)).value, again(SystemExit(3)).code)
