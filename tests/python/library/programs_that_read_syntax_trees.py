import ast, operator
OPS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv, ast.Pow: operator.pow, ast.USub: operator.neg, ast.Mod: operator.mod}
def safe_eval(expr):
    def ev(node):
        match node:
            case ast.Expression(body): return ev(body)
            case ast.Constant(value) if isinstance(value, (int, float)): return value
            case ast.BinOp(left, op, right): return OPS[type(op)](ev(left), ev(right))
            case ast.UnaryOp(op, operand): return OPS[type(op)](ev(operand))
            case _: raise ValueError(f'unsupported: {ast.dump(node)}')
    return ev(ast.parse(expr, mode='eval'))
for e in ('1+2*3', '-(2**10) % 7', '1/0', '__import__("os")', '2 +'):
    try: print(e, '=', safe_eval(e))
    except (ValueError, ZeroDivisionError) as x: print(e, type(x).__name__, x)
    except SyntaxError as x: print(e, x, x.lineno, x.offset, repr(x.text))
class Lister(ast.NodeVisitor):
    def __init__(self): self.depth = 0
    def visit_FunctionDef(self, node):
        print('  ' * self.depth + node.name, node.lineno, [a.arg for a in node.args.args], ast.get_docstring(node))
        self.depth += 1; self.generic_visit(node); self.depth -= 1
    visit_ClassDef = lambda self, n: (print('class', n.name, n.lineno, n.end_lineno, [ast.unparse(b) for b in n.bases]), self.generic_visit(n))
Lister().visit(ast.parse('class A(B):\n    def f(self):\n        "doc"\n        def g(x): pass\n'))
tree = ast.parse('x = 1\n\n\ndef f():\n    return 1 / 0\nf()\n')
try: exec(compile(tree, '<made>', 'exec'))
except ZeroDivisionError as e:
    import traceback; traceback.print_exc()
print(type(compile("a+1", "f", "eval", ast.PyCF_ONLY_AST)), [n.id for n in ast.walk(ast.parse('a=b+c')) if isinstance(n, ast.Name)])
import warnings
print(isinstance(ast.Constant(1), ast.Num), isinstance(ast.Constant('s'), ast.Str), ast.Num(3).value)
class Bad(ast.NodeVisitor):
    def visit_Call(self, node): raise ValueError('no calls')
def ev(node):
    if isinstance(node, ast.Num): return node.n
    if isinstance(node, ast.BinOp): return ev(node.left) + ev(node.right)
print(ev(ast.parse('1+2', mode='eval').body))
class V(ast.NodeVisitor):
    def visit_Num(self, n): print('num', n.value)
V().visit(ast.parse('1'))
t = ast.parse('def f():\n    pass')
t.body[0].body.clear()
try: compile(t, 'f', 'exec')
except ValueError as e: print(e)
print(repr(ast.get_source_segment('a = b +\\\r\n c\r\nd', ast.parse('a = b +\\\r\n c\r\nd').body[0].value)))
try: compile(ast.Expression(ast.Name("x")), "f", "eval")
except TypeError as e: print(e)
try: compile(ast.Expression(ast.BinOp(None, ast.Add(), ast.Name("x", lineno=1, col_offset=0), lineno=1, col_offset=0)), 'f', 'eval')
except (TypeError, ValueError) as e: print(e)
try: eval('2 +')
except SyntaxError as e: print(e.args)
