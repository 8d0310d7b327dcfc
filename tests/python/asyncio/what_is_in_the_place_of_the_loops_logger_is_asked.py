import asyncio
import logging

logging.basicConfig(level=logging.INFO)


class Told:
    def debug(self, text, *args, **more):
        print("debug:", text % args if args else text)


async def main():
    print("main")


asyncio.run(main())
import asyncio.selector_events

asyncio.selector_events.logger = Told()
asyncio.run(main())
