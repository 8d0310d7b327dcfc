def f(z):
    y=[i for i in z]; k=1
    w=[[a*b for a in z] for b in z]
    return lambda: [k, y, w]
print(f.__code__.co_varnames, f.__code__.co_cellvars, f.__code__.co_nlocals)
def g(z):
    return [eval("i * 2") for i in z]
print(g.__code__.co_varnames, g.__code__.co_cellvars)
print(g([1,2]))
x = 10
def h():
    for i in range(3):
        yield [locals() for j in range(2)]
for v in h(): print(v)
try:
    def k(n): return [1/(i-1) for i in range(n)]
    k(3)
except ZeroDivisionError as e: print(e.__traceback__.tb_next.tb_frame.f_locals)
import sys
def loc():
    return [sys._getframe().f_locals['i'] for i in 'ab'], ['{i}{z}'.format(**locals()) for z in 'xy' for i in 'pq']
print(loc())


class Body:
    x = 2
    print([locals().get('x') for _ in [1]], [sorted(locals()) for _ in [1]])


def dirs():
    n = 3
    return [dir() for j in [0]], [sorted(vars()) for j in [0]], list(sorted(locals()) for j in [0])


print(dirs())
print([i for i in range(2) if 'i' in locals()], [sorted(k for k in locals() if len(k) == 1) for j in [0]])
