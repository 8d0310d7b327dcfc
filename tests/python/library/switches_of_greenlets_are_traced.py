# recorded by hand: CPython with greenlet 3.5
"""A trace function is told of each switch, and a greenlet runs in the context that it is given."""
import greenlet, contextvars
def tracer(event, args):
    origin, target = args
    print('TRACE', event, names.get(origin, '?'), '->', names.get(target, '?'))
names = {greenlet.getcurrent(): 'main'}
def a(x):
    print('a', x)
    y = b.switch(x + 1)
    print('a got', y)
    try:
        main.switch('from a')
    except ValueError as e:
        print('a caught', e)
    return 'a done'
def b_(x):
    print('b', x)
    a_.switch('hi')
    return 'b done'
main = greenlet.getcurrent()
a_ = greenlet.greenlet(a); b = greenlet.greenlet(b_)
names[a_] = 'a'; names[b] = 'b'
print(greenlet.gettrace(), greenlet.settrace(tracer))
print(greenlet.gettrace() is tracer)
print(a_.switch(1))
print(a_.throw(ValueError('v')))
print(b.switch())
print(greenlet.settrace(None) is tracer, greenlet.gettrace())
def bad(event, args): raise RuntimeError('in tracer')
greenlet.settrace(bad)
g = greenlet.greenlet(lambda: 5)
try:
    print(g.switch())
except RuntimeError as e:
    print('raised', e)
print(greenlet.gettrace())
v = contextvars.ContextVar('v', default=0)
v.set(1)
def show(n):
    print(v.get()); v.set(n)
greenlet.greenlet(show).switch(2)
g = greenlet.greenlet(show); g.gr_context = contextvars.copy_context(); g.switch(2)
print(v.get())
