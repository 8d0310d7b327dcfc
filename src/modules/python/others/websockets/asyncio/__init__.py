"""The asyncio side of websockets."""
__path__ = []
