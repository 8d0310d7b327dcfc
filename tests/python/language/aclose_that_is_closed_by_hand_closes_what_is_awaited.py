import asyncio


class Stubborn:
    def __await__(self):
        try:
            yield
        except GeneratorExit:
            print('ignored')
            yield 5


async def items():
    try:
        yield 1
    finally:
        await Stubborn()


async def main():
    for ask in (lambda gen: gen.aclose(), lambda gen: anext(gen), lambda gen: gen.athrow(ValueError)):
        gen = items()
        print(await anext(gen))
        asked = ask(gen)
        asked.send(None)
        try:
            asked.close()
        except RuntimeError as error:
            print(error)
        print(gen.ag_running, gen.ag_frame)
        for then in gen.aclose, gen.__anext__, lambda: gen.asend(None), lambda: gen.athrow(ValueError('x')):
            try:
                print(await then())
            except BaseException as error:
                print(repr(error))


asyncio.run(main())
