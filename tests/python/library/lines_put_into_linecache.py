# Lines that a program puts into linecache's cache for code that it makes show in tracebacks, with line ends or without.
import linecache
import traceback

for name, lines in [
    ("<made>", ["def f(x):", "  return g(", "    int(x),", "  )"]),
    ("<ended>", ["def f(x):\n", "  return int(x)\n"]),
    ("<behind>", ["def f(x):", "", "  return int(x)", "", ""]),
    ("named_as_files_are.py", ["def f(x):", "  return int(x)"]),
]:
    text = "".join(line if line.endswith("\n") else line + "\n" for line in lines)
    linecache.cache[name] = len(text), None, lines, name
    names = {"g": print}
    exec(compile(text, name, "exec"), names)
    try:
        names["f"]("q")
    except ValueError:
        print(traceback.format_exc().partition("in <module>")[2])
    print(repr(linecache.getline(name, 2)))

# One with a time is checked against the file, and forgotten if there is none.
linecache.cache["timed.py"] = 5, 1.0, ["def f(): 1/0"], "timed.py"
names = {}
exec(compile("def f(): 1/0", "timed.py", "exec"), names)
try:
    names["f"]()
except ZeroDivisionError:
    print(traceback.format_exc().partition("in <module>")[2])
