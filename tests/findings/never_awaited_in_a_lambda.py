import asyncio
async def stop():
    pass
def add(*steps):
    for step in steps:
        step()
add(lambda: stop(), lambda: None)
# found: never-awaited@7
