import unittest
import asyncio
from unittest.mock import Mock, MagicMock, patch, AsyncMock, call, ANY
m = Mock(return_value=3)
print(m(1, a=2), m.called, m.call_count, m.call_args, m.call_args_list, m.mock_calls)
m.assert_called_once_with(1, a=2)
for f in (lambda: m.assert_called_with(2), m.assert_not_called, lambda: m.assert_any_call(5), lambda: Mock(name='foo').assert_called_once(), lambda: m.assert_has_calls([call(9)])):
    try:
        f()
    except AssertionError as e:
        print(e)
m.method(1).other(2)
print(m.mock_calls, m.method_calls)
m.side_effect = [1, ValueError('x')]
print(m())
try:
    m()
except ValueError as e:
    print(e)
mm = MagicMock()
mm.__len__.return_value = 4
print(len(mm), bool(mm), int(mm))
mm['x'] = 1
mm.__getitem__.return_value = 7
print(mm['y'])
with mm as x:
    print(x is mm.__enter__.return_value)


class Svc:
    async def fetch(self): return 1
    def sync(self): return 2


async def main():
    am = AsyncMock(return_value=5)
    print(await am(1), am.await_count, am.await_args)
    am.assert_awaited_once_with(1)
    with patch.object(Svc, 'fetch', new_callable=AsyncMock, return_value=9) as p:
        print(await Svc().fetch(), p.await_count)
    with patch('__main__.Svc.sync', return_value=4):
        print(Svc().sync())
    with patch('asyncio.sleep', new=AsyncMock()) as s:
        await asyncio.sleep(100)
        s.assert_awaited_once_with(100)
    s = Mock(spec=Svc)
    try:
        s.nope
    except AttributeError as e:
        print(e)
    print(asyncio.get_running_loop().time(), isinstance(s, Svc))
    am = AsyncMock(side_effect=[1, 2])
    print(await am(), await am())
asyncio.run(main())
@patch('time.time', return_value=5)
def t(mock): import time; print(time.time(), mock.called)


t()
print(call(1, a=2), ANY == 5, m == m, call.foo(1))
d = {'a': 1}
with patch.dict(d, {'b': 2}):
    print(d)
print(d, repr(Mock(name='nm'))[:17])
shown = MagicMock()
shown.__str__.return_value = 'shown'
print(shown, f'{shown}', str(shown), shown.mock_calls, {shown: 1}[shown], shown.__hash__.called)
