# A tree may name functions, parameters and variables in ways that no source could.
import ast
import traceback

tree = ast.parse('''
def make(first, second=2, *, third=3):
    total = first + second + third
    def inner(given):
        return total, given
    return inner
box.plain = make(1, third=4)
''')
new = {'make': "<maker:'/x'>", 'first': '.first', 'total': 'the total', 'given': 'class', 'third': 'a-b', 'plain': 'with space',
       'inner': 'in.ner'}
for node in ast.walk(tree):
    for field in ('id', 'arg', 'attr', 'name'):
        if getattr(node, field, None) in new:
            setattr(node, field, new[getattr(node, field)])


class Box:
    pass

names = {'box': Box()}
code = compile(tree, '<tree>', 'exec')
exec(code, names)
make = names["<maker:'/x'>"]
print(tree.body[0].name, make.__name__, make.__code__.co_varnames, make.__code__.co_cellvars)
print(make(1)('x'), make(**{'.first': 5, 'a-b': 1})(None), vars(names['box']).keys())
inner = getattr(names['box'], 'with space')
print(inner.__qualname__, inner.__code__.co_varnames, inner.__code__.co_freevars, inner('y'))
try:
    make('text')
except TypeError as error:
    print(traceback.extract_tb(error.__traceback__)[-1].name, error)
try:
    make()
except TypeError as error:
    print(error)
tree = ast.parse('x = 1')
tree.body[0].targets[0].id = 'None'
try:
    compile(tree, '<tree>', 'exec')
except ValueError as error:
    print(error)
