import asyncio
asyncio.run(asyncio.Event().wait())
# found: deadlock@2, never-set@2
