# A group waits for what the program puts into `_tasks`, cancels it, and raises of `_errors` whatever is there.
import asyncio


class Odd:
    def __init__(self, group, ended=False):
        self.group, self.ended = group, ended

    def done(self):
        print("asked whether it is done")
        return self.ended

    def cancel(self, *args, **keywords):
        print("cancelled with", args, keywords)
        asyncio.get_running_loop().call_later(1, self.group._on_task_done, self)

    def cancelled(self):
        return False

    def exception(self):
        return None


async def fail():
    raise ValueError("a member")


async def waits_for_a_future():
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as group:
        future = loop.create_future()
        group._tasks.add(future)
        future.add_done_callback(group._on_task_done)
        loop.call_later(2, future.set_result, 1)
        print(group)
    print("left with", group._tasks)


async def a_future_fails():
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as group:
        future = loop.create_future()
        group._tasks.add(future)
        future.add_done_callback(group._on_task_done)
        loop.call_later(2, future.set_exception, KeyError("of a future"))
        group.create_task(asyncio.sleep(5))


async def cancels_what_is_no_future():
    async with asyncio.TaskGroup() as group:
        group._tasks.add(Odd(group))
        group.create_task(fail())
        await asyncio.sleep(3)


async def leaves_alone_what_is_done():
    async with asyncio.TaskGroup() as group:
        member = Odd(group, ended=True)
        group._tasks.add(member)
        asyncio.get_running_loop().call_later(4, group._tasks.clear)
        asyncio.get_running_loop().call_later(4, group._on_task_done, member)
        raise IndexError


async def takes_tasks_while_one_is_left():
    async def late():
        await asyncio.sleep(1)
        group.create_task(asyncio.sleep(1))
        group._tasks.discard(own)
        print("two are left:", len(group._tasks))

    async with asyncio.TaskGroup() as group:
        own = asyncio.create_task(late())
        group._tasks.add(own)
        own.add_done_callback(group._on_task_done)


def errors_are(make):
    async def main():
        async with asyncio.TaskGroup() as group:
            group._errors = make()
            if make is listed_and_more:
                group.create_task(fail())
        print("nothing is raised:", group._errors)

    main.__name__ = make.__name__
    return main


def text():
    return "no exceptions"


def odd_items():
    return ["no exception", ValueError(2)]


def a_tuple():
    return (ValueError(1),)


def a_set():
    return {1}


def nothing():
    return None


def number():
    return 5


def listed_and_more():
    return [KeyError("of the program")]


async def appended():
    async with asyncio.TaskGroup() as group:
        group._errors.append("no exception")


async def appended_and_failed():
    async with asyncio.TaskGroup() as group:
        group._errors.append(7)
        raise OSError("body")


async def replaced_and_failed():
    async with asyncio.TaskGroup() as group:
        group._errors = ()
        raise OSError("body")


cases = [waits_for_a_future, a_future_fails, cancels_what_is_no_future, leaves_alone_what_is_done]
cases += [takes_tasks_while_one_is_left]
cases += map(errors_are, [text, odd_items, a_tuple, a_set, nothing, number, listed_and_more])
cases += [appended, appended_and_failed, replaced_and_failed]
for case in cases:
    try:
        asyncio.run(case())
    except BaseException as error:
        print(case.__name__, repr(error), repr(error.__context__))
    else:
        print(case.__name__, "ends")
