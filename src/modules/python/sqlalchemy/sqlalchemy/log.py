"""What `echo` writes, and how parameters are shown."""
import logging
import sys

rootlogger = logging.getLogger('sqlalchemy')
if rootlogger.level == logging.NOTSET:
    rootlogger.setLevel(logging.WARN)


def _add_default_handler(logger):
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter('%(asctime)s %(levelname)s %(name)s %(message)s'))
    logger.addHandler(handler)


class InstanceLogger:
    """The logger of an engine that `echo` was given for."""
    _LEVELS = {None: logging.NOTSET, False: logging.NOTSET, True: logging.INFO, 'debug': logging.DEBUG}

    def __init__(self, echo, name):
        self.echo, self.logger = echo, logging.getLogger(name)
        if echo and not self.logger.handlers:
            _add_default_handler(self.logger)

    def isEnabledFor(self, level):
        if self.logger.manager.disable >= level:
            return False
        return level >= self.getEffectiveLevel()

    def getEffectiveLevel(self):
        return self._LEVELS[self.echo] or self.logger.getEffectiveLevel()

    def log(self, level, msg, *args, **kw):
        if self.isEnabledFor(level):
            self.logger._log(level, msg, args, **kw)

    def debug(self, msg, *args, **kw):
        self.log(logging.DEBUG, msg, *args, **kw)

    def info(self, msg, *args, **kw):
        self.log(logging.INFO, msg, *args, **kw)

    def warning(self, msg, *args, **kw):
        self.log(logging.WARNING, msg, *args, **kw)

    def error(self, msg, *args, **kw):
        self.log(logging.ERROR, msg, *args, **kw)

    def exception(self, msg, *args, **kw):
        self.error(msg, *args, exc_info=1, **kw)


def _trunc(value, most=300):
    text = repr(value)
    if len(text) > most:
        half = most // 2
        text = f'{text[:half]} ... ({len(text) - most} characters truncated) ... {text[-half:]}'
    return text


class repr_params:
    """Parameters as a log line shows them: cut where they are long."""

    def __init__(self, params, batches=10, max_params=100, ismulti=None):
        self.params, self.batches, self.ismulti = params, batches, ismulti

    def __repr__(self):
        params = self.params
        if isinstance(params, list) and self.ismulti is not False and (self.ismulti or params and isinstance(params[0], (tuple, dict, list))):
            if len(params) > self.batches:
                first, last = params[:self.batches - 2], params[-2:]
                shown = '[' + ', '.join(map(self._one, first))
                rest = ', '.join(map(self._one, last))
                return f'{shown}  ... displaying {self.batches} of {len(params)} total bound parameter sets ...  {rest}]'
            return f'[{", ".join(map(self._one, params))}]'
        return self._one(params)

    def _one(self, params):
        if isinstance(params, dict):
            return '{' + ', '.join(f'{k!r}: {_trunc(v)}' for k, v in params.items()) + '}'
        if isinstance(params, tuple):
            return '(' + ', '.join(map(_trunc, params)) + (',)' if len(params) == 1 else ')')
        if isinstance(params, list):
            return f'[{", ".join(map(_trunc, params))}]'
        return _trunc(params)

    def __str__(self):
        return repr(self)
