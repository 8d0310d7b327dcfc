import asyncio
import logging
logging.basicConfig(level=logging.DEBUG)


async def main():
    logging.info('hi')
    await asyncio.sleep(0.1)
asyncio.run(main())
logging.basicConfig(level=logging.DEBUG, format='%(relativeCreated)6d %(threadName)s %(message)s', force=True)
asyncio.run(main())
loop = asyncio.new_event_loop()
loop.set_debug(True)
loop.run_until_complete(main())
loop.close()
