from threading import Thread
async def work(n): print(n)
Thread(target=work, args=(1,)).start()
# found: async-target@3
