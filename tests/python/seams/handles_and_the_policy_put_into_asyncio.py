# What a program puts in place of events.Handle, events.TimerHandle and events.get_event_loop_policy is what asyncio calls.
import asyncio
from unittest import mock

seen = []


class Handle(asyncio.Handle):
    __slots__ = ()

    def _run(self):
        seen.append(('now', len(self._args), self._context is not None))
        return super()._run()


class Timer(asyncio.TimerHandle):
    __slots__ = ()

    def _run(self):
        seen.append(('late', self.when() <= asyncio.get_running_loop().time() + 0.001))
        return super()._run()


async def work():
    loop = asyncio.get_running_loop()
    first = loop.call_soon(print, 'soon')
    print(type(first) is Handle, type(loop.call_later(0.01, print, 'later')) is Timer)
    loop.call_soon(print, 'never').cancel()
    await asyncio.sleep(0.02)
    await asyncio.gather(asyncio.sleep(0), asyncio.sleep(0.01, 'x'))
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.05)
    except TimeoutError:
        print('timed out')
    return 'done'

with mock.patch('asyncio.events.Handle', Handle), mock.patch('asyncio.events.TimerHandle', Timer):
    print(asyncio.run(work()))
print(len(seen) > 10, set(seen))

made = []


def told(*args):
    made.append(len(args))
    return asyncio.Handle(*args)

with mock.patch('asyncio.events.Handle', told):
    async def twice():
        await asyncio.sleep(0)
    asyncio.run(twice())
print(set(made), len(made) > 2)

with mock.patch('asyncio.events.get_event_loop_policy') as policy:
    policy.return_value.new_event_loop.side_effect = asyncio.SelectorEventLoop
    asyncio.run(asyncio.sleep(0))
print([call[0] for call in policy.mock_calls])
