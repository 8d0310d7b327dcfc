"""What older programs ask ast for: subscripts with a class of their own, and contexts that no tree has."""
import ast

print(ast.slice, ast.Index, ast.ExtSlice, ast.Suite, ast.AugLoad, ast.AugStore, ast.Param)
print(ast.Index.__mro__, ast.Suite.__bases__, ast.Param.__bases__)
name = ast.Name("x", ast.Load())
print(ast.Index(name) is name, ast.dump(ast.ExtSlice([name])), ast.dump(ast.ExtSlice()))
node = ast.parse("x[1:2, 3]", mode="eval").body
print(isinstance(node.slice, (ast.Index, ast.ExtSlice)), isinstance(node.slice, ast.slice), isinstance(node.ctx, ast.Param))
print(type(ast.Param()).__name__, slice(1, 2))
