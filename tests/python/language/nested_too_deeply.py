# Source nested too deeply, compiled at run time: not a SyntaxError, and never a crash.
for source in ("1+" * 20000 + "1", "2**" * 20000 + "1", "(" * 300 + ")" * 300, "[" * 150 + "]" * 150):
    try:
        print(eval(source)[0][0])
    except Exception as error:
        print(type(error).__name__, str(error)[:60])
