"""Code that a program makes of texts and of trees tells CPython's constants and sizes without `dis`, and dis knows its instructions."""
code = compile('x + 1.5 + 2j if x else (1, "a", b"b")', '<s>', 'eval')
print(code.co_consts, code.co_stacksize, len(code.co_code), code.co_names)
exec('def given(n=3):\n    """Its text."""\n    return n * 7\n')
print(given.__code__.co_consts, given.__code__.co_stacksize, eval('lambda: "one"').__code__.co_consts)
for number in range(250):
    eval(f'{number} + 1000')
print(compile('y = 5', '<t>', 'exec').co_consts)

import ast

text = 'def add(x, y):\n    return x + y\n\nnum = add(3, 5)\nprint(num)\n'
tree = ast.parse(text)
code = compile(tree, 'adder.py', 'exec')
print(code.co_names, [const for const in code.co_consts if not hasattr(const, 'co_name')], code.co_stacksize, code.co_firstlineno)
inner = next(const for const in code.co_consts if hasattr(const, 'co_name'))
print(inner.co_consts, inner.co_varnames, inner.co_stacksize, inner.co_firstlineno)
exec(code)


class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.BinOp(node, ast.Add(), ast.Constant(f'{node.value!r}!' if isinstance(node.value, str) else 2 * node.value))


changed = ast.fix_missing_locations(Double().visit(ast.parse('a = 5\ndef f():\n    return [a, 7]\n')))
code = compile(changed, '<changed>', 'exec')

import dis

import io
shown = io.StringIO()
dis.dis(code, file=shown)
print(shown.getvalue().replace(hex(id(code.co_consts[1])), "…"))
print(ast.unparse(changed))
expression = compile(ast.Expression(ast.BinOp(ast.Name('q', ast.Load(), lineno=1, col_offset=0), ast.Mult(), ast.Constant(4, lineno=1, col_offset=4), lineno=1, col_offset=0)), '<e>', 'eval')
print(expression.co_consts)
for instruction in dis.Bytecode(expression):
    print(instruction.opname, instruction.argrepr, instruction.positions)
exec(code)
print(f(), len(list(dis.get_instructions(f))))
