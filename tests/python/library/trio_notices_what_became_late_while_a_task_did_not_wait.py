# recorded by hand: needs trio
"""A deadline that passes while a task computes is noticed at its next checkpoint, also of scopes that nobody has entered yet; nurseries that do
not keep single errors in groups still do so, with a warning."""
import time
import warnings

import trio


async def bad():
    raise ValueError('alone')


async def main():
    with trio.move_on_after(1) as scope:
        time.sleep(2)
        await trio.lowlevel.checkpoint_if_cancelled()
        print('not late yet')
        await trio.lowlevel.checkpoint()
        print('never here')
    print(scope.cancelled_caught)
    with trio.move_on_after(1) as outer:
        with trio.move_on_after(5) as inner:
            time.sleep(3)
            await trio.sleep(0)
    print(outer.cancelled_caught, inner.cancelled_caught, inner.cancel_called)
    with trio.move_on_after(1):
        time.sleep(0.5)
        await trio.lowlevel.checkpoint()
        print('in time')
        with trio.move_on_after(4) as later:
            await trio.sleep(0.25)
        print(later.cancel_called)
    print(trio.CancelScope(deadline=trio.current_time() - 1).cancel_called, trio.CancelScope(deadline=trio.current_time() + 1).cancel_called)
    try:
        async with trio.open_nursery(strict_exception_groups=False) as nursery:
            nursery.start_soon(bad)
    except ValueError as error:
        print(error)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    trio.run(main, strict_exception_groups=False)
for warning in caught:
    print(warning.category.__name__, warning.message)
