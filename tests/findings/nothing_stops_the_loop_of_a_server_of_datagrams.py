import asyncio
class Echo(asyncio.DatagramProtocol):
    pass
loop = asyncio.new_event_loop()
loop.run_until_complete(loop.create_datagram_endpoint(Echo, local_addr=("localhost", 8080)))
loop.run_forever()
# found: idle-loop@6
