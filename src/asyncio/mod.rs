//! CPython's Lib/asyncio, file by file.
