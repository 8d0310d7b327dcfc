# A datagram transport that is dropped while it is open warns.
import asyncio
import gc
import re
import warnings


async def main():
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr=("127.0.0.1", 9999))
    del transport, protocol


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    asyncio.run(main())
    gc.collect()
for warning in caught:
    print(warning.category.__name__, re.sub(r"fd=\d+", "fd=N", str(warning.message)), warning.lineno)
