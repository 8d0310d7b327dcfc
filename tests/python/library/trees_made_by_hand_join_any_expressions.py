# What is compiled may have any expression that gives text in a joined string; its text would have none.
import ast

call = ast.Call(ast.Name("str", ast.Load()), [ast.Constant(5)], [])
joined = ast.JoinedStr([ast.Constant("a"), call, ast.Name("x", ast.Load()), ast.Constant("'\"{")])
tree = ast.fix_missing_locations(ast.Expression(joined))
print(eval(compile(tree, "made", "eval"), {"x": "mid"}))
try:
    print(ast.unparse(tree))
except ValueError as error:
    print(str(error).split(" at ")[0])
