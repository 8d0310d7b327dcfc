# A statement that holds others ends with the semicolon behind the last of them; one that holds none does not.
import ast

SOURCE = '''
def f(): return 1 ;
class C: x = 1; y = 2;
if a: b = 1;
elif c: d;
else: e  ;
for i in a:
    while i: i -= 1;
with a: pass;
try: x;
except E: y;
finally: z ; # not a semicolon;
match a:
    case 1: b;
async def g():
    async for x in y: x;
x = 1;
'''
for node in ast.walk(ast.parse(SOURCE)):
    if isinstance(node, (ast.stmt, ast.ExceptHandler)):
        print(type(node).__name__, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
