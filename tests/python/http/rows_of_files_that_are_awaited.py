# aiocsv over aiofiles.
import asyncio, aiofiles, csv, os
from aiocsv import AsyncReader, AsyncDictReader, AsyncWriter, AsyncDictWriter
async def main():
    async with aiofiles.open("/tmp/ls_a.csv", mode="w", encoding="utf-8", newline="") as f:
        w = AsyncDictWriter(f, ["name", "age", "note"], restval="NULL", quoting=csv.QUOTE_ALL)
        await w.writeheader(); await w.writerow({"name": "Sasha", "age": 21, "note": 'a "quoted"\nline'}); await w.writerows([{"name": "Tim", "age": 5}, {"name": "Jo", "age": 9, "note": ""}])
        print(type(w.dialect), w.fieldnames)
    print(repr(open("/tmp/ls_a.csv", newline="").read()))
    async with aiofiles.open("/tmp/ls_a.csv", mode="r", encoding="utf-8", newline="") as f:
        async for row in AsyncDictReader(f): print(row)
    async with aiofiles.open("/tmp/ls_b.csv", mode="w", newline="") as f:
        w = AsyncWriter(f, delimiter=";"); await w.writerow(["a", "b"]); await w.writerows([[n, "x" * n] for n in range(200)])
    async with aiofiles.open("/tmp/ls_b.csv", newline="") as f:
        r = AsyncReader(f, delimiter=";"); rows = [row async for row in r]; print(len(rows), rows[0], rows[-1][0], len(rows[-1][1]), r.line_num)
    try:
        async with aiofiles.open("/tmp/ls_a.csv", mode="w") as f: await AsyncDictWriter(f, ["a"]).writerow({"b": 1})
    except ValueError as e: print(e)
    os.remove("/tmp/ls_a.csv"); os.remove("/tmp/ls_b.csv")
asyncio.run(main())
