import inspect


async def work():
    print('never printed')


coroutine = work()
wrapper = coroutine.__await__()
print(inspect.getcoroutinestate(coroutine), type(wrapper).__name__)
wrapper.close()
print(inspect.getcoroutinestate(coroutine))
for again in coroutine.send, wrapper.send:
    try:
        again(None)
    except RuntimeError as e:
        print(e)

coroutine = work()
wrapper = coroutine.__await__()
try:
    wrapper.throw(ValueError('thrown'))
except ValueError as e:
    print(repr(e))
print(inspect.getcoroutinestate(coroutine))


async def answer():
    return 42

wrapper = answer().__await__()
try:
    wrapper.send(None)
except StopIteration as e:
    print(e.value)
