# Source nested too deeply, compiled at run time: not a SyntaxError, and never a crash.
for source in ("1+" * 20000 + "1", "2**" * 20000 + "1", "(" * 300 + ")" * 300, "[" * 150 + "]" * 150):
    try:
        print(eval(source)[0][0])
    except Exception as error:
        print(type(error).__name__, str(error)[:60])

# Operators in a row are no nesting: long polynomials, and conditions.
print(eval("+".join(f"{n}*x**2*y**-1" for n in range(900)), {"x": 3, "y": 2}))
print(eval(" and ".join(["not x"] * 900), {"x": 0}), eval(" == ".join(["-x"] * 900), {"x": 0}))
