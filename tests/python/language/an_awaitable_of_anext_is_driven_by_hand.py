def attempt(label, function, *args):
    try:
        result = function(*args)
        print(label, 'gives', result)
        return result
    except BaseException as e:
        print(label, type(e).__name__, e)


async def numbers():
    try:
        for n in range(3):
            print('got', (yield n))
    except ValueError as e:
        print('caught', e)
        yield 'more'
    finally:
        print('finally')


items = numbers()
attempt('first', anext(items).send, None)
attempt('with a default', anext(items, 'none').send, None)
thrown = anext(items, 'none')
attempt('throw', thrown.throw, ValueError('into'))
closed = anext(items, 'none')
attempt('close', closed.close)
attempt('after', closed.send, None)
last = anext(items, 'none')
attempt('last', last.send, None)
attempt('again', last.send, None)
attempt('next', next, iter(anext(items, 'none')))


class Async:
    def __init__(self, awaitable):
        self.awaitable = awaitable

    def __aiter__(self):
        return self

    def __anext__(self):
        return self.awaitable


class Await:
    def __init__(self, iterator):
        self.iterator = iterator

    def __await__(self):
        return self.iterator


for inner in iter([1]), Await([1]), Await(iter([1])):
    one = anext(Async(inner), 'none')
    attempt('send', one.send, None)
    attempt('throw', one.throw, KeyError('k'))
attempt('asend that has not begun', numbers().asend(None).throw, StopIteration('q'))
attempt('athrow', numbers().athrow(StopIteration).send, None)
nothing = numbers().athrow()
attempt('athrow of nothing', nothing.send, None)
