# CPython decodes the escapes of a format specifier in a raw f-string, too: its tree has them decoded.
import ast

print(ast.dump(ast.parse(r"rf'{a:\x41}\x41{b:{c:\t}\n}'")))
print(ast.dump(ast.parse(r"f'{a:\x41}'")))
