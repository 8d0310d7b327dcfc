import asyncio
async def ag():
    try:
        yield 1
    finally:
        print('fin')
async def main():
    g = ag()
    a = g.asend(None)
    a.close()
    try:
        a.send(None)
    except BaseException as e:
        print(type(e), e)
    try:
        print(await g.__anext__())
    except BaseException as e:
        print(type(e), e)
    await g.aclose()
    g = ag()
    a = g.athrow(ValueError('x'))
    a.close()
    try:
        await a
    except BaseException as e:
        print(type(e), e)
    g = ag()
    a = g.aclose()
    a.close()
    try:
        await a
    except BaseException as e:
        print(type(e), e)
    g = ag()
    a = g.asend(None)
    try:
        a.throw(KeyError('k'))
    except BaseException as e:
        print(type(e), e)
    try:
        await a
    except BaseException as e:
        print(type(e), e)
asyncio.run(main())
