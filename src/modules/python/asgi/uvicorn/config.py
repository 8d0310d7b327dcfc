"""What a server serves, where and how."""
import inspect as _inspect
import logging as _logging
import os as _os
import sys as _sys

from uvicorn.importer import ImportFromStringError as _ImportFromStringError, import_from_string as _import_from_string
from uvicorn.logging import TRACE_LOG_LEVEL

STARTUP_FAILURE = 3
LOG_LEVELS = {'critical': 50, 'error': 40, 'warning': 30, 'info': 20, 'debug': 10, 'trace': TRACE_LOG_LEVEL}
LOGGING_CONFIG = {
    'version': 1,
    'disable_existing_loggers': False,
    'formatters': {
        'default': {'()': 'uvicorn.logging.DefaultFormatter', 'fmt': '%(levelprefix)s %(message)s', 'use_colors': None},
        'access': {'()': 'uvicorn.logging.AccessFormatter',
                   'fmt': '%(levelprefix)s %(client_addr)s - "%(request_line)s" %(status_code)s'},
    },
    'handlers': {
        'default': {'formatter': 'default', 'class': 'logging.StreamHandler', 'stream': 'ext://sys.stderr'},
        'access': {'formatter': 'access', 'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout'},
    },
    'loggers': {
        'uvicorn': {'handlers': ['default'], 'level': 'INFO', 'propagate': False},
        'uvicorn.error': {'level': 'INFO'},
        'uvicorn.access': {'handlers': ['access'], 'level': 'INFO', 'propagate': False},
    },
}
logger = _logging.getLogger('uvicorn.error')


class UvicornDeprecationWarning(UserWarning):
    pass


class Config:
    def __init__(self, app, host='127.0.0.1', port=8000, uds=None, fd=None, loop='auto', http='auto', http2=False,
                 ws='auto', ws_max_size=16 * 1024 * 1024, ws_max_queue=32, ws_ping_interval=20.0, ws_ping_timeout=20.0,
                 ws_per_message_deflate=True, lifespan='auto', env_file=None, log_config=LOGGING_CONFIG, log_level=None,
                 access_log=True, use_colors=None, interface='auto', reload=False, reload_dirs=None, reload_delay=0.25,
                 reload_includes=None, reload_excludes=None, workers=None, proxy_headers=True, server_header=True,
                 date_header=True, forwarded_allow_ips=None, root_path='', limit_concurrency=None,
                 limit_max_requests=None, limit_max_requests_jitter=0, backlog=2048, timeout_keep_alive=5,
                 timeout_notify=30, timeout_graceful_shutdown=None, timeout_worker_healthcheck=5, callback_notify=None,
                 ssl_keyfile=None, ssl_certfile=None, ssl_keyfile_password=None, ssl_version=17, ssl_cert_reqs=0,
                 ssl_ca_certs=None, ssl_ciphers=None, ssl_context_factory=None, headers=None, factory=False,
                 h11_max_incomplete_event_size=None, reset_contextvars=False):
        given = dict(locals())
        del given['self']
        self.__dict__.update(given)
        if uds or fd is not None or ssl_certfile or ssl_keyfile or ssl_context_factory:
            import _network
            _network.not_supported('uvicorn with uds=, fd= or ssl_…=', 'host= and port=')
        self.workers, self.headers, self.encoded_headers = workers or 1, headers or [], []
        self.loaded = False
        self.configure_logging()
        if env_file is not None:
            from dotenv import load_dotenv
            logger.info("Loading environment from '%s'", env_file)
            load_dotenv(dotenv_path=env_file)
        if workers is None and 'WEB_CONCURRENCY' in _os.environ:
            self.workers = int(_os.environ['WEB_CONCURRENCY'])
        if forwarded_allow_ips is None:
            self.forwarded_allow_ips = _os.environ.get('FORWARDED_ALLOW_IPS', '127.0.0.1,::1')

    asgi_version = property(lambda self: '2.0' if self.interface == 'asgi2' else '3.0')
    is_ssl = False
    use_subprocess = property(lambda self: bool(self.reload or self.workers > 1))
    should_reload = property(lambda self: isinstance(self.app, str) and self.reload)

    def configure_logging(self):
        _logging.addLevelName(TRACE_LOG_LEVEL, 'TRACE')
        if self.log_config is not None:
            from logging import config
            if isinstance(self.log_config, dict):
                if self.use_colors in (True, False):
                    for name in 'default', 'access':
                        self.log_config['formatters'][name]['use_colors'] = self.use_colors
                config.dictConfig(self.log_config)
            elif str(self.log_config).endswith('.json'):
                import json
                with open(self.log_config) as file:
                    config.dictConfig(json.load(file))
            else:
                config.fileConfig(self.log_config, disable_existing_loggers=False)
        if self.log_level is not None:
            level = LOG_LEVELS[self.log_level.lower()] if isinstance(self.log_level, str) else self.log_level
            for name in 'error', 'access', 'asgi':
                _logging.getLogger('uvicorn.' + name).setLevel(level)
        if self.access_log is False:
            _logging.getLogger('uvicorn.access').handlers = []
            _logging.getLogger('uvicorn.access').propagate = False

    def load_app(self):
        try:
            return _import_from_string(self.app)
        except _ImportFromStringError as e:
            logger.error('Error loading ASGI app. %s' % e)
            _sys.exit(STARTUP_FAILURE)

    def load(self):
        assert not self.loaded
        self.encoded_headers = [(name.lower().encode('latin1'), value.encode('latin1')) for name, value in self.headers]
        if self.server_header and b'server' not in dict(self.encoded_headers):
            self.encoded_headers.insert(0, (b'server', b'uvicorn'))
        from uvicorn.lifespan.on import LifespanOff, LifespanOn
        self.lifespan_class = LifespanOff if self.lifespan == 'off' else LifespanOn
        app = self.load_app()
        try:
            app = app()
        except TypeError as e:
            if self.factory:
                logger.error('Error loading ASGI app factory: %s', e)
                _sys.exit(STARTUP_FAILURE)
        else:
            if not self.factory:
                logger.warning('ASGI app factory detected. Using it, but please consider setting the --factory flag '
                               'explicitly.')
        if self.interface == 'auto':
            newer = hasattr(app, '__await__') if _inspect.isclass(app) else _inspect.iscoroutinefunction(
                app if _inspect.isfunction(app) else getattr(app, '__call__', None))
            self.interface = 'asgi3' if newer else 'asgi2'
        if self.interface == 'wsgi':
            import _network
            _network.not_supported('uvicorn with WSGI applications', 'wsgiref.simple_server')
        self.loaded_app = _older(app) if self.interface == 'asgi2' else app
        if self.proxy_headers:
            self.loaded_app = _Forwarded(self.loaded_app, self.forwarded_allow_ips)
        self.loaded = True

    def get_loop_factory(self):
        import asyncio
        return asyncio.SelectorEventLoop

    def bind_socket(self):
        import socket
        found = socket.socket()
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((self.host, self.port))
        except OSError as e:
            logger.error(e)
            _sys.exit(1)
        logger.info('Uvicorn running on %s://%s:%d (Press CTRL+C to quit)', 'http', self.host, found.getsockname()[1])
        found.set_inheritable(True)
        return found


def _older(app):
    async def call(scope, receive, send):
        await app(scope)(receive, send)
    return call


class _Forwarded:
    """Believes what proxies that are trusted say of their clients."""

    def __init__(self, app, trusted):
        self.app = app
        self._trusted = [each.strip() for each in trusted.split(',')] if isinstance(trusted, str) else list(trusted)

    def _is_trusted(self, host):
        return '*' in self._trusted or host in self._trusted

    async def __call__(self, scope, receive, send):
        client = scope.get('client')
        if scope['type'] != 'lifespan' and client and self._is_trusted(client[0]):
            given = [(name, value.decode('latin1')) for name, value in scope['headers']]
            proto = dict(given).get(b'x-forwarded-proto', '').strip()
            if proto in ('http', 'https', 'ws', 'wss'):
                scope['scheme'] = proto.replace('http', 'ws') if scope['type'] == 'websocket' else proto
            hosts = [host.strip() for name, value in given if name == b'x-forwarded-for' for host in value.split(',')]
            if hosts and hosts != ['']:
                last = hosts[0] if '*' in self._trusted else next(
                    (host for host in reversed(hosts) if not self._is_trusted(host)), hosts[0])
                scope['client'] = last, 0
        return await self.app(scope, receive, send)
