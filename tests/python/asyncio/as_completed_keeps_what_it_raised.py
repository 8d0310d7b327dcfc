"""A loop over as_completed that ends with one member's exception leaves the others to the collector."""
import asyncio


async def fails(words):
    raise ValueError(words)


async def first():
    for answer in asyncio.as_completed([fails('one'), fails('two')]):
        print(await answer)


async def main():
    print(await asyncio.gather(first(), return_exceptions=True))
    print('ends')


asyncio.run(main())
raise SystemExit('over')
