"""compile(): what is left out, annotations that stay text, and `await` outside of functions."""
from __future__ import annotations

import ast
import asyncio
import inspect
import types

SOURCE = '''
"module"
class Class:
    "class"
def function():
    "function"
    assert False, 'asserted'
    return __debug__
try:
    found = function()
except AssertionError as e:
    found = str(e)
print(__doc__, Class.__doc__, function.__doc__, found)
'''
for level in -1, 0, 1, 2:
    exec(compile(SOURCE, 'source', 'exec', optimize=level), {'__doc__': None})
    exec(compile(ast.parse(SOURCE), 'source', 'exec', optimize=level), {'__doc__': None})
try:
    compile(SOURCE, 'source', 'exec', optimize=3)
except ValueError as e:
    print(e)

ANNOTATED = 'def function(a: unknown): pass\nprint(function.__annotations__)'
exec(ANNOTATED)
exec(compile(ANNOTATED, 'source', 'exec'))
try:
    exec(compile(ANNOTATED, 'source', 'exec', dont_inherit=True))
except NameError as e:
    print(e)
exec(compile(ANNOTATED, 'source', 'exec', flags=annotations.compiler_flag, dont_inherit=True))


def awaiting(source, mode='exec'):
    namespace = {'asyncio': asyncio}
    code = compile(source, 'source', mode, flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    made = eval(code, namespace)
    marked = bool(code.co_flags & inspect.CO_COROUTINE)
    if inspect.iscoroutine(made):
        made = asyncio.run(made)
    print(marked, made, [item for item in namespace.items() if item[0] not in ('asyncio', '__builtins__', 'numbers')])
    return code


awaiting('a = 1')
code = awaiting('a = await asyncio.sleep(0.1, 5)')
namespace = {'asyncio': asyncio}
made = types.FunctionType(code, namespace)()
print(inspect.iscoroutine(made), made.__name__, made.__qualname__, asyncio.run(made), namespace['a'])
awaiting('await asyncio.sleep(0.1, 5)', 'eval')
awaiting('1 + 1', 'eval')
awaiting('await asyncio.sleep(0.1, 5)', 'single')
awaiting('''
async def numbers():
    yield 1
    yield 2
a = []
async for n in numbers():
    a.append(n)
del n
b = [n async for n in numbers()]
async with asyncio.timeout(1):
    c = {await asyncio.sleep(0.1, n) for n in b}
''')
for wrong in ('def function():\n  await a', 'class A:\n  await a', 'lambda: await a', 'yield a', 'return 1'):
    try:
        awaiting(wrong)
    except SyntaxError as e:
        print(e)
inner = {}
asyncio.run(eval(compile('b = await asyncio.sleep(0, 7)', 'source', 'exec', flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT),
                 namespace, inner))
print(inner, 'b' in namespace)
