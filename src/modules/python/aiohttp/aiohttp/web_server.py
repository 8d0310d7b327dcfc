"""A handler for all requests, on any number of connections."""
import asyncio as _asyncio
from time import time as _now

from aiohttp.web_protocol import RequestHandler as _RequestHandler
from aiohttp.web_request import BaseRequest as _BaseRequest

_FORMAT = '%a %t "%r" %s %b "%{Referer}i" "%{User-Agent}i"'


class Server:
    """What makes a protocol for each connection."""

    def __init__(self, handler, *, request_factory=None, handler_cancellation=False, loop=None, access_log=True,
                 access_log_class=None, access_log_format=_FORMAT, **kwargs):
        self.request_handler, self.requests_count, self._make_request = handler, 0, request_factory or _BaseRequest
        self._loop, self._cancels, self._tasks, self._busy = loop, handler_cancellation, {}, set()
        self._to_log, self._logs_as, self._logger = access_log, (access_log_class, access_log_format), None

    connections = property(lambda self: list(self._tasks.values()))

    def __call__(self):
        return _RequestHandler(self, self._loop or _asyncio.get_running_loop())

    def pre_shutdown(self):
        """Who only waits for another request is not waited for."""
        for task in self._tasks.keys() - self._busy:
            task.cancel()

    async def shutdown(self, timeout=None):
        if self._busy:
            await _asyncio.wait(list(self._busy), timeout=timeout)
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await _asyncio.gather(*tasks, return_exceptions=True)

    def _log(self, request, response):
        """A line for who logs what is asked for."""
        import sys
        logging = sys.modules.get('logging')
        if logging is None or not self._to_log:
            return
        if self._logger is None:
            from aiohttp.web_log import AccessLogger
            kind, form = self._logs_as
            self._logger = (kind or AccessLogger)(logging.getLogger('aiohttp.access') if self._to_log is True else self._to_log,
                                                  form)
        if self._logger.enabled:
            self._logger.log(request, response, _now() - request._began)
