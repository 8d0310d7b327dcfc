# What an autospecced function's assertions look like in a traceback.
import asyncio
import traceback
from unittest import mock


def plain(first, second=2):
    return first


async def waiting(first):
    return first


spec, awaited = mock.create_autospec(plain), mock.create_autospec(waiting)
asyncio.run(awaited(1))
spec(1)
spec(1, 3)
for check in (lambda: spec.assert_called_with(5), lambda: spec.assert_not_called(), lambda: spec.assert_called_once(),
              lambda: spec.assert_called_once_with(1), lambda: spec.assert_has_calls([mock.call(7)]), lambda: spec.assert_any_call(9),
              lambda: mock.create_autospec(plain).assert_called(), lambda: awaited.assert_called_with(3), lambda: awaited.assert_awaited_with(3),
              lambda: awaited.assert_not_awaited(), lambda: awaited.assert_awaited_once_with(4), lambda: spec(), lambda: spec.assert_awaited()):
    try:
        check()
    except Exception:
        traceback.print_exc()
print([name for name in dir(spec) if name.startswith('assert')], [name for name in dir(awaited) if name.startswith('assert')])
