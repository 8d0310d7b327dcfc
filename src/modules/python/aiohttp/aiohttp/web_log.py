"""Lines about requests."""
import functools as _functools
import os as _os
import re as _re
import time as _time

from aiohttp.abc import AbstractAccessLogger as _AbstractAccessLogger

# What stands for what, and under which name a record has it.
_ATOMS = {
    'a': ('remote_address', lambda request, response, took: '-' if request is None or request.remote is None else request.remote),
    't': ('request_start_time', lambda request, response, took: _time.strftime(
        '[%d/%b/%Y:%H:%M:%S +0000]', _time.gmtime(_time.time() - took))),
    'P': ('process_id', lambda request, response, took: f'<{_os.getpid()}>'),
    'r': ('first_request_line', lambda request, response, took: '-' if request is None else
          f'{request.method} {request.path_qs} HTTP/{request.version.major}.{request.version.minor}'),
    's': ('response_status', lambda request, response, took: response.status),
    'b': ('response_size', lambda request, response, took: response.body_length),
    'T': ('request_time', lambda request, response, took: str(round(took))),
    'Tf': ('request_time_frac', lambda request, response, took: f'{took:.6f}'),
    'D': ('request_time_micro', lambda request, response, took: str(round(took * 1000000))),
}


def _header(name, of):
    return lambda request, response, took: (request if of == 'i' else response).headers.get(name, '-')


class AccessLogger(_AbstractAccessLogger):
    """Writes a line by a format such as Apache's."""
    LOG_FORMAT = '%a %t "%r" %s %b "%{Referer}i" "%{User-Agent}i"'

    def __init__(self, logger, log_format=LOG_FORMAT):
        super().__init__(logger, log_format)
        self._log_format, self._methods = self.compile_format(log_format)

    @staticmethod
    @_functools.cache
    def compile_format(log_format):
        methods = []

        def place(match):
            name, of, atom = match.groups()
            if atom is not None:
                methods.append(_ATOMS[atom])
            elif of != 'e':
                methods.append((('request_header' if of == 'i' else 'response_header', name), _header(name, of)))
            else:
                methods.append((('environ', name), lambda *args: _os.environ.get(name, '-')))
            return '%s'
        text = _re.sub(r'%(?:\{([\w-]+)\}([ioe])|(Tf|[atPrsbTD]))', place, log_format)
        return _re.sub('(%[^s])', r'%\1', text), methods

    @property
    def enabled(self):
        return self.logger.isEnabledFor(20)

    def log(self, request, response, time):
        if not self.enabled:
            return
        values, extra = [], {}
        try:
            for key, find in self._methods:
                values.append(value := find(request, response, time))
                if isinstance(key, str):
                    extra[key] = value
                else:
                    extra.setdefault(key[0], {})[key[1]] = value
            self.logger.info(self._log_format % tuple(values), extra=extra)
        except Exception:
            self.logger.exception('Error in logging')
