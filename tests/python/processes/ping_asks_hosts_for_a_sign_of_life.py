# recorded by hand: the hosts are those of the simulated network; words and figures are those of iputils
import asyncio
import signal
import subprocess
import time


def ping(*words):
    begun = time.monotonic()
    done = subprocess.run(["ping", *words], capture_output=True, text=True)
    print(done.returncode, done.stdout, done.stderr, f"{time.monotonic() - begun:.1f}")


ping("-c", "2", "127.0.0.1")
ping("-c", "3", "localhost")
ping("-c1", "example.com")
ping("-q", "-c", "2", "-i", "0.1", "-s", "100", "8.8.8.8")
ping("-c", "2", "-W", "1", "192.168.1.5")
ping("-w", "2", "10.0.0.1")
ping("nosuch.invalid")
ping()
ping("-c", "0", "localhost")
ping("-c", "few", "localhost")

process = subprocess.Popen(["ping", "example.com"], stdout=subprocess.PIPE, text=True)
print(process.stdout.readline(), process.stdout.readline(), end="")
time.sleep(2)
process.send_signal(signal.SIGINT)
print(process.communicate()[0], process.returncode)


async def lives(address):
    process = await asyncio.create_subprocess_exec("ping", "-c", "1", "-W", "1", address, stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate()
    return address, process.returncode, b"ttl=" in out


async def main():
    begun = time.monotonic()
    print(await asyncio.gather(*map(lives, ("192.168.1.1", "8.8.8.8", "127.0.0.1"))), f"{time.monotonic() - begun:.1f}")


asyncio.run(main())
