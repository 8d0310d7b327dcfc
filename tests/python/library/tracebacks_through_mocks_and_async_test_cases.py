# Frames of unittest.mock, of IsolatedAsyncioTestCase, of logging and of threads misused read as CPython's.
import asyncio
import concurrent.futures
import logging
import sys
import threading
import traceback
import unittest
from unittest.mock import AsyncMock, Mock, patch


def shows(call):
    try:
        call()
    except Exception:
        traceback.print_exc()


async def fetch(client):
    return await client.get('url')


class Cases(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.client = AsyncMock()

    async def test_equal(self):
        self.client.get.return_value = 5
        self.assertEqual(await fetch(self.client), 6)

    async def test_awaited(self):
        self.client.get.assert_awaited_once_with('url')

    @patch('__main__.fetch', new_callable=AsyncMock)
    async def test_patched(self, fetched):
        fetched.side_effect = KeyError('none')
        await fetch(1)

    def test_levels(self):
        with self.assertLogs('a', level='WARNING') as logs:
            logging.getLogger('a').warning('w')
        self.assertEqual(logs.output, ['WARNING:a:x'])

    async def test_cleanup(self):
        self.addAsyncCleanup(self.clean)

    async def clean(self):
        raise RuntimeError('at the end')


unittest.main(exit=False, verbosity=2)
mock = Mock(side_effect=ValueError('effect'))
shows(mock)
shows(lambda: mock.assert_called_with(1))
shows(mock.assert_not_called)
shows(lambda: Mock().assert_called_once_with())
logging.basicConfig(stream=sys.stdout)
logging.warning('%d', 'x')
logging.warning('one', 'two')

thread = threading.Thread(target=print, args=('ran',))
shows(thread.join)
thread.start()
shows(thread.start)
shows(threading.current_thread().join)
shows(threading.BoundedSemaphore().release)
shows(lambda: threading.Condition().notify())
with concurrent.futures.ThreadPoolExecutor() as pool:
    pool.submit(print).add_done_callback(lambda future: 1 / 0)
shows(lambda: pool.submit(print))
shows(lambda: pool.map(print, 'a'))
