import warnings; warnings.simplefilter('ignore')
def g():
    yield 1
    yield 2
async def c(): pass
async def ag(): yield 1
for args in [(ValueError('a'), ValueError('b')), (ValueError, 'x', 3), (ValueError('a'), None, None), (ValueError, None, None), (1,), (ValueError, ValueError('q'))]:
    it = g(); next(it)
    try: it.throw(*args)
    except BaseException as e: print('gen', repr(e))
    it = c()
    try: it.throw(*args)
    except BaseException as e: print('coro', repr(e))
    it.close()
    it = ag()
    try: it.athrow(*args).send(None)
    except BaseException as e: print('ag', repr(e))
