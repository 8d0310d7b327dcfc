import asyncio


class GracefulExit(SystemExit):
    code = 7


class Said(SystemExit):
    @property
    def code(self):
        return f'said {self.args}'


def leave():
    raise GracefulExit


async def main():
    asyncio.get_running_loop().call_later(1, leave)
    await asyncio.sleep(5)


print(Said(3).code, GracefulExit(2).code)
asyncio.run(main())
