# The text of {value=} in an f-string stands from behind the brace to where the format, the conversion or the end begins.
import ast

for source in "f'{a=}'", "f'x{a = }y'", "f'{a=!r}'", "f'{a = :>{b=}}'", "f'''{a\n=\n}'''":
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant):
            print(repr(node.value), node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
