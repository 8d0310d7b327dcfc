import asyncio
async def main():
    try: open('names.txt')
    except OSError as error:
        asyncio.get_running_loop().call_exception_handler({'message': 'defaults are used', 'exception': error})
    print(await asyncio.gather(plain(), return_exceptions=True))
async def plain():
    await len('abc')
asyncio.run(main())
# found:
