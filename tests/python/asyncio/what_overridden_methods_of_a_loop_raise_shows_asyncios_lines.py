"""An exception of a loop's overridden method passes asyncio's own lines, as tracebacks show them."""
import asyncio
import traceback

OWN = 'runners.py', 'tasks.py', 'taskgroups.py', 'base_events.py'


def shown(error):
    return [(frame.name, frame.lineno if frame.filename.endswith(OWN) else 'own', frame.line.strip())
            for frame in traceback.extract_tb(error.__traceback__)]


async def refused():
    pass


class Choosy(asyncio.SelectorEventLoop):
    def create_task(self, coro, **keywords):
        if coro.__name__ == 'refused':
            coro.close()
            raise LookupError('refused')
        return super().create_task(coro, **keywords)

    def close(self):
        super().close()
        raise KeyError('close')


async def main():
    for make in asyncio.create_task, asyncio.gather, asyncio.ensure_future:
        try:
            await make(refused())
        except LookupError as error:
            print(*shown(error), sep='\n')
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(refused())
    except* LookupError as errors:
        print(*shown(errors.exceptions[0]), sep='\n')


try:
    asyncio.run(main(), loop_factory=Choosy)
except KeyError as error:
    print(*shown(error), sep='\n')


class Unfinished(asyncio.SelectorEventLoop):
    def shutdown_asyncgens(self):
        raise OSError('generators')


try:
    asyncio.run(asyncio.sleep(0), loop_factory=Unfinished)
except OSError as error:
    print(*shown(error), sep='\n')


class Idle(asyncio.SelectorEventLoop):
    def create_task(self, *args, **keywords):
        raise OSError('task')


coroutine = asyncio.sleep(0)
try:
    asyncio.run(coroutine, loop_factory=Idle)
except OSError as error:
    print(*shown(error), sep='\n')
coroutine.close()
