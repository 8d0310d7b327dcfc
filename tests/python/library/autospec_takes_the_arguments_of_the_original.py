"""What create_autospec and patch(autospec=True) make takes the arguments that the original takes."""
from unittest.mock import create_autospec, patch, AsyncMock, NonCallableMagicMock
import asyncio


class Api:
    def __init__(self, host, port=80):
        self.host = host

    async def get(self, path, *, timeout=1):
        raise NotImplementedError

    def add(self, a, b=2):
        return a + b

    @property
    def token(self):
        return 't'


def fetch(url, retries=3):
    return 'real'


async def main():
    api = create_autospec(Api, instance=True)
    api.add.return_value = 9
    print(api.add(1, b=3), api.add.call_args, isinstance(api, Api))
    for wrong in (lambda: api.add(), lambda: api.add(1, 2, 3), lambda: api.add(1, c=2), lambda: api.missing):
        try:
            wrong()
        except (TypeError, AttributeError) as exc:
            print(type(exc).__name__, exc)
    api.get.return_value = {'ok': True}
    print(await api.get('/x', timeout=2), isinstance(api.get, AsyncMock))
    api.get.assert_awaited_once_with('/x', timeout=2)
    print(api.mock_calls, isinstance(api.token, NonCallableMagicMock))
    kind = create_autospec(Api)
    try:
        kind()
    except TypeError as exc:
        print(exc)
    one = kind('localhost')
    one.add(5)
    print(kind.mock_calls, one.add.call_count)
    try:
        one.add()
    except TypeError as exc:
        print(exc)
    with patch(f'{__name__}.fetch', autospec=True) as fake:
        fake.return_value = 'fake'
        print(fetch('u'), fake.call_count)
        try:
            fetch()
        except TypeError as exc:
            print(exc)
    print(fetch('u'))


asyncio.run(main())
