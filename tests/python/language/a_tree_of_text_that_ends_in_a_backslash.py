# What ast.parse refuses is told as compile tells it, in each mode.
import ast

for source in ('x = 1\\', 'x = 1 + \\', '\\', 'if x:\\', '(1,\\', '# c\\'):
    for mode in ('exec', 'eval', 'single'):
        try:
            print(repr(source), mode, ast.dump(ast.parse(source, mode=mode)))
        except SyntaxError as error:
            print(repr(source), mode, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
for form in ('%.99999999999d', b'%.99999999999d'):
    try:
        print(form % 1)
    except ValueError as error:
        print(error)
