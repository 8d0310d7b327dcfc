# Each constant `~` of a bool in a text is warned of where it is compiled; where warnings are errors it is left to the run.
import ast
import warnings

TEXT = "x = ~True\ny = [~False, not ~True]\ndef f():\n    return ~True + 1\nz = x, ~~True\n"


def recorded(do):
    with warnings.catch_warnings(record=True) as all:
        warnings.simplefilter("always")
        do()
    return [(warning.category.__name__, warning.lineno) for warning in all]


print(recorded(lambda: compile(TEXT, "text", "exec")))
print(recorded(lambda: eval("~True")), recorded(lambda: eval("(~True, ~False)")))
print(recorded(lambda: ast.parse(TEXT)))
code = compile(TEXT, "text", "exec")
print(recorded(lambda: exec(code)), recorded(lambda: exec(TEXT)))

with warnings.catch_warnings():
    warnings.simplefilter("error")
    code = compile(TEXT, "text", "exec")
    names = {}
    try:
        exec(code, names)
    except DeprecationWarning as error:
        print(str(error)[:30], error.__traceback__.tb_next.tb_lineno, "x" in names)
print(recorded(lambda: exec(code, names)), names["x"], names["y"], names["z"], names["f"]())
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        eval("1 + ~True")
    except DeprecationWarning as error:
        print("raised by eval")
