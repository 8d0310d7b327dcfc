import marshal, types
code = compile("def f(a, b=2, *c, d=3, **e):\n    'doc'\n    x = lambda: a + b\n    return [i * x() for i in range(d)] + list(c)\nclass A:\n    y = 5\n    def m(self): return self.y\nprint(f(1, 2, 9), A().m(), __name__)\n", 'a.py', 'exec')
data = marshal.dumps(code)
print(type(data), len(data) > 10)
back = marshal.loads(data)
print(back == code, back.co_name, back.co_filename, back is code, hash(back) == hash(code))
exec(back, {'__name__': 'main2'})
def g(x):
    y = x + 1
    def inner(): return x * y
    return inner
c2 = marshal.loads(marshal.dumps(g.__code__))
print(c2.co_varnames, c2.co_cellvars, c2.co_firstlineno == g.__code__.co_firstlineno, c2.co_argcount)
print(types.FunctionType(c2, globals())(4)())
print(eval(marshal.loads(marshal.dumps(compile('1+2', '', 'eval')))))
async def co(): return 7
import asyncio
print(asyncio.run(types.FunctionType(marshal.loads(marshal.dumps(co.__code__)), {})()))
def bad(): return 1 / 0
h = types.FunctionType(marshal.loads(marshal.dumps(bad.__code__)), globals())
try: h()
except ZeroDivisionError as e: print(e.__traceback__.tb_next.tb_lineno, e.__traceback__.tb_next.tb_frame.f_code.co_filename == __file__)
print(marshal.loads(marshal.dumps((code, [1, code]))) == (code, [1, code]))
for x in (g, object(), len): 
    try: marshal.dumps(x)
    except ValueError as e: print(e)
