"""Compiling a tree of ast that contains itself is a RecursionError."""
import ast

tree = ast.parse('x + 1', mode='eval')
tree.body.left = tree.body
try:
    compile(tree, 'f', 'eval')
except RecursionError as error:
    print(error)
tree = ast.parse('if x:\n    pass\n')
tree.body[0].body.append(tree.body[0])
try:
    compile(tree, 'f', 'exec')
except RecursionError as error:
    print(error)
