import asyncio
l = asyncio.AbstractEventLoop()
for n in 'run_forever close is_running call_soon time create_future get_debug stop'.split():
    try: getattr(l, n)()
    except Exception as e: print(n, repr(e))
async def f():
    for n in 'getaddrinfo create_server shutdown_asyncgens'.split():
        try: await getattr(l, n)(1, 2)
        except Exception as e: print(n, repr(e))
asyncio.run(f())
print([n for n in dir(asyncio.AbstractEventLoop) if not n.startswith('__')])
