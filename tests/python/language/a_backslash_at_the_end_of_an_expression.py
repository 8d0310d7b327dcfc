# A source that `eval` is given has no line end of its own: a backslash there continues nothing; f-strings nest 149 deep.
for source in "\\", "x\\", "(\\", "x \\", "1 + \\", "f'{\\}'", "\\\n", "x\\\n", "'a'\\":
    for mode in "eval", "single", "exec":
        try:
            compile(source, "text", mode)
        except SyntaxError as error:
            print(repr(source), mode, error.args)
        else:
            print(repr(source), mode, "compiles")


def nested(depth):
    text = "1"
    for _ in range(depth):
        text = "f'{" + text + "}'"
    return text


for depth in 2, 148, 149, 150, 151:
    try:
        print(depth, eval(nested(depth)))
    except SyntaxError as error:
        print(depth, error.msg)
