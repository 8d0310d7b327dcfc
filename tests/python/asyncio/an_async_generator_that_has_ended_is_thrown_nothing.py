import asyncio
async def ag():
    try:
        yield 1
        yield 2
    except ValueError: print('caught'); yield 3
    finally: print('fin')
async def t(label, aw):
    try: print(label, await aw)
    except BaseException as e: print(label, repr(e))
async def main():
    g = ag(); await t('fresh athrow', g.athrow(KeyError('k'))); await t('again', g.athrow(KeyError('k'))); await t('next', g.__anext__()); await t('close', g.aclose())
    g = ag(); await t('fresh close', g.aclose()); await t('athrow', g.athrow(ValueError)); await t('asend', g.asend(None)); await t('close', g.aclose())
    g = ag(); [x async for x in g]; await t('ended athrow', g.athrow(ValueError('x'))); await t('athrow exit', g.athrow(GeneratorExit)); await t('asend', g.asend(5)); await t('athrow stop', g.athrow(StopAsyncIteration))
    g = ag(); await t('first', anext(g)); await t('athrow', g.athrow(ValueError)); await t('athrow', g.athrow(ValueError)); await t('athrow', g.athrow(ValueError))
    g = ag(); await t('send', g.asend(4)); await t('first', anext(g)); await t('athrow exit', g.athrow(GeneratorExit)); await t('a', anext(g, 'def'))
    g = ag(); await t('first', anext(g)); await t('stop', g.athrow(StopAsyncIteration('s'))); await t('stop', g.athrow(StopAsyncIteration('s')))
    async def bad():
        try: yield 1
        finally: yield 2
    g = bad(); await t('first', anext(g)); await t('close', g.aclose()); await t('close', g.aclose())
    g = ag(); a = g.asend(None); await t('a', a); await t('reuse', a); c = g.aclose(); await t('c', c); await t('reuse', c)
    g = ag(); a = g.athrow(ValueError); a.close(); await t('closed', a); await t('x', anext(g)); await g.aclose()
    async def stop(): 
        yield 1
        raise StopAsyncIteration('mine')
    g = stop(); await t('1', anext(g)); await t('2', anext(g))
    async def ret(): 
        yield 1
        raise StopIteration('mine')
    g = ret(); await t('1', anext(g)); await t('2', anext(g))
asyncio.run(main())
