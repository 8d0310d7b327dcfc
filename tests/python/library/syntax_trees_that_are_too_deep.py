# A source that is nested too deeply has no tree: that is an exception, not the end of the interpreter.
import ast

SOURCES = {
    "a sum": "+".join(["1"] * 50_000),
    "elif": "if 1: pass\n" + "elif 1: pass\n" * 50_000,
    "brackets": "[" * 50_000 + "]" * 50_000,
    "signs": "-" * 50_000 + "1",
    "attributes": "a" + ".b" * 50_000,
}
for name, source in SOURCES.items():
    try:
        ast.parse(source)
    except (RecursionError, MemoryError, SyntaxError):
        print(name, "refused")

print(len(ast.parse("\n".join(["a = 1"] * 2_000)).body), "statements")
print(len(ast.parse("f(" + ", ".join(["1"] * 2_000) + ")").body[0].value.args), "arguments")
print(len(ast.dump(ast.parse("if 1: pass\n" + "elif 1: pass\n" * 100))) > 5_000)
