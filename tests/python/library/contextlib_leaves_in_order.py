import asyncio
import contextlib
import io


@contextlib.contextmanager
def section(name):
    print('enter', name)
    try:
        yield name.upper()
    except ValueError as e:
        print('caught', e)
    finally:
        print('exit', name)


with section('a') as a:
    print('in', a)
with section('b'):
    raise ValueError('inside')
try:
    with section('c'):
        raise KeyError('out')
except KeyError as e:
    print('passed', repr(e))


@section('decorated')
def work(n):
    return n + 1


print(work(1), work(2))


@contextlib.contextmanager
def never():
    if False:
        yield


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


for manager in (never, twice):
    try:
        with manager():
            print('body')
    except RuntimeError as e:
        print(e)

with contextlib.suppress(KeyError, IndexError):
    {}['x']
with contextlib.suppress(ValueError):
    raise ExceptionGroup('group', [ValueError(1)])
print('suppressed')

with contextlib.ExitStack() as stack:
    names = [stack.enter_context(section(n)) for n in 'xy']
    stack.callback(print, 'callback', end='!\n')
    print(names)

try:
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        stack.push(lambda *exc: print('saw', exc[0]))
        raise ValueError('first')
except ZeroDivisionError as e:
    print(repr(e), repr(e.__context__))

try:
    contextlib.ExitStack().enter_context(3)
except TypeError as e:
    print(e)

out = io.StringIO()
with contextlib.redirect_stdout(out):
    print('hidden')
print(repr(out.getvalue()))


class Thing:
    def close(self):
        print('closed')

    async def aclose(self):
        await asyncio.sleep(1)
        print('aclosed')


with contextlib.closing(Thing()), contextlib.nullcontext(5) as five:
    print(five)


@contextlib.asynccontextmanager
async def connection(name):
    print('open', name)
    await asyncio.sleep(1)
    try:
        yield name
    finally:
        await asyncio.sleep(1)
        print('shut', name)


@connection('deco')
async def use():
    print('using')


async def cleanup(n):
    await asyncio.sleep(n)
    print('cleaned', n)


async def main():
    async with connection('db') as c:
        print('use', c)
    try:
        async with connection('db2'):
            raise ValueError('oops')
    except ValueError as e:
        print('got', e)
    await use()
    async with contextlib.aclosing(Thing()):
        pass
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(connection('one'))
        stack.enter_context(section('sync'))
        stack.push_async_callback(cleanup, 2)
        print('stacked')
    try:
        async with asyncio.timeout(0.5):
            async with connection('slow'):
                pass
    except TimeoutError:
        print('timeout')


asyncio.run(main())
with section('last'):
    raise OSError('uncaught')
