"""Who logs at the level DEBUG is told of the selector of each loop that is made, of a class of the program's as well."""
import asyncio
import logging
import selectors

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s %(name)s %(filename)s:%(lineno)d %(message)s")


class Own(asyncio.SelectorEventLoop):
    pass


async def main():
    print("ran")


asyncio.SelectorEventLoop().close()
Own().close()
asyncio.SelectorEventLoop(selectors.SelectSelector()).close()
asyncio.run(main(), loop_factory=Own)
