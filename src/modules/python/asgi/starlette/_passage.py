"""Messages that one task hands to another."""
import asyncio as _asyncio


class Passage:
    """Messages from hand to hand: who sends waits until somebody has taken."""

    def __init__(self):
        self._waiting, self._taker, self._ended, self._closed = [], None, False, False

    async def send(self, message):
        if self._closed:
            return
        if self._taker is not None and not self._taker.done():
            self._taker.set_result(message)
            self._taker = None
            return
        taken = _asyncio.get_running_loop().create_future()
        self._waiting.append((message, taken))
        await taken

    async def take(self):
        """The next message, or None if there will be none."""
        await _asyncio.sleep(0)
        if self._waiting:
            message, taken = self._waiting.pop(0)
            if not taken.done():
                taken.set_result(None)
            return message
        if self._ended:
            return None
        self._taker = _asyncio.get_running_loop().create_future()
        return await self._taker

    def end(self):
        self._ended = True
        if self._taker is not None and not self._taker.done():
            self._taker.set_result(None)

    def close(self):
        """Nobody takes any more."""
        self._closed = True
        for _, taken in self._waiting:
            if not taken.done():
                taken.set_result(None)
        self._waiting.clear()
