"""Where aiohttp says what it has to say."""
from logging import getLogger as _getLogger

access_logger, client_logger, internal_logger, server_logger, web_logger, ws_logger = [
    _getLogger('aiohttp.' + name) for name in ('access', 'client', 'internal', 'server', 'web', 'websocket')]
