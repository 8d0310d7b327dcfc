# recorded by hand: needs trio
"""What is cancelled stays so at every checkpoint of its scope; deadlines and shields can be moved."""
import trio


async def main():
    with trio.move_on_after(0.5) as scope:
        await trio.sleep(9)
    print(scope.cancelled_caught, scope.cancel_called)
    try:
        with trio.fail_after(0.1):
            await trio.sleep_forever()
    except trio.TooSlowError as error:
        print(repr(error))
    with trio.CancelScope() as outer:
        with trio.CancelScope(shield=True):
            outer.cancel('no longer wanted')
            await trio.sleep(0.1)
            print('shielded')
        try:
            await trio.sleep(0)
        except trio.Cancelled as error:
            print(str(error).partition(' from task')[0])
            try:
                await trio.sleep(0)
            except trio.Cancelled:
                print('and again')
        print(trio.current_effective_deadline())
        await trio.lowlevel.checkpoint()
    print(outer.cancelled_caught)
    scope = trio.CancelScope(deadline=trio.current_time() + 1)
    with scope:
        scope.deadline += 1
        began = trio.current_time()
        await trio.sleep(5)
    print(round(trio.current_time() - began), scope.relative_deadline <= 0)
    for misuse in (trio.Cancelled, scope.__enter__, lambda: trio.sleep(-1).send(None), lambda: trio.run(main),
                   lambda: trio.CancelScope(deadline=1, relative_deadline=1), lambda: trio.move_on_after(-1)):
        try:
            misuse()
        except (TypeError, ValueError, RuntimeError) as error:
            print(type(error).__name__, error)


trio.run(main)
try:
    trio.current_time()
except RuntimeError as error:
    print(error)
