import asyncio, threading
async def work(): print('ran')
threading.Thread(target=work).start()
# found: async-target@3, repaired
