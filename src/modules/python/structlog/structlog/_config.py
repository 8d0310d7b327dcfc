"""What loggers are made of that say nothing else."""
import warnings

from structlog._native import make_filtering_bound_logger
from structlog._output import PrintLoggerFactory
from structlog.contextvars import merge_contextvars
from structlog.dev import ConsoleRenderer, set_exc_info, wants_colors
from structlog.processors import StackInfoRenderer, TimeStamper, add_log_level

_PROCESSORS = [merge_contextvars, add_log_level, StackInfoRenderer(), set_exc_info, TimeStamper(fmt='%Y-%m-%d %H:%M:%S', utc=False),
               ConsoleRenderer(colors=wants_colors())]
_BUILT_IN = {'processors': _PROCESSORS, 'context_class': dict, 'wrapper_class': make_filtering_bound_logger(0),
             'logger_factory': PrintLoggerFactory(), 'cache_logger_on_first_use': False}
_config = {}
_configured = False


def reset_defaults():
    """All is as at the start."""
    global _configured
    _configured = False
    _config.update(_BUILT_IN, processors=_PROCESSORS[:])


reset_defaults()


def is_configured():
    return _configured


def get_config():
    return dict(_config)


def configure(processors=None, wrapper_class=None, context_class=None, logger_factory=None, cache_logger_on_first_use=None):
    """Says what loggers are made of from now on."""
    global _configured
    _configured = True
    given = {'processors': processors, 'wrapper_class': wrapper_class, 'context_class': context_class,
             'logger_factory': logger_factory, 'cache_logger_on_first_use': cache_logger_on_first_use}
    _config.update({name: value for name, value in given.items() if value is not None})


def configure_once(processors=None, wrapper_class=None, context_class=None, logger_factory=None, cache_logger_on_first_use=None):
    """The same, once."""
    if _configured:
        warnings.warn('Repeated configuration attempted.', RuntimeWarning, stacklevel=2)
    else:
        configure(processors, wrapper_class, context_class, logger_factory, cache_logger_on_first_use)


class BoundLoggerLazyProxy:
    """A logger that is made when it is first used."""

    def __init__(self, logger, wrapper_class=None, processors=None, context_class=None, cache_logger_on_first_use=None,
                 initial_values=None, logger_factory_args=None):
        self._logger, self._wrapper_class, self._processors, self._context_class = logger, wrapper_class, processors, context_class
        self._cache_logger_on_first_use = cache_logger_on_first_use
        self._initial_values, self._logger_factory_args = initial_values or {}, logger_factory_args or ()

    @property
    def _context(self):
        return self._initial_values

    def __repr__(self):
        return (f'<BoundLoggerLazyProxy(logger={self._logger!r}, wrapper_class={self._wrapper_class!r}, '
                f'processors={self._processors!r}, context_class={self._context_class!r}, '
                f'initial_values={self._initial_values!r}, logger_factory_args={self._logger_factory_args!r})>')

    def bind(self, **new_values):
        context = (self._context_class or _config['context_class'])(self._initial_values)
        logger = self._logger or _config['logger_factory'](*self._logger_factory_args)
        processors = _config['processors'] if self._processors is None else self._processors
        made = (self._wrapper_class or _config['wrapper_class'])(logger, processors=processors, context=context)

        def bind(**new_values):
            return made.bind(**new_values) if new_values else made

        cached = self._cache_logger_on_first_use
        if (_config['cache_logger_on_first_use'] if cached is None else cached) is True:
            self.bind = bind
        return bind(**new_values)

    def unbind(self, *keys):
        return self.bind().unbind(*keys)

    def try_unbind(self, *keys):
        return self.bind().try_unbind(*keys)

    def new(self, **new_values):
        (self._context_class or _config['context_class'])().clear()
        return self.bind(**new_values)

    def __getattr__(self, name):
        if name == '__isabstractmethod__':
            raise AttributeError
        return getattr(self.bind(), name)


def wrap_logger(logger, processors=None, wrapper_class=None, context_class=None, cache_logger_on_first_use=None,
                logger_factory_args=None, **initial_values):
    """A logger of another."""
    return BoundLoggerLazyProxy(logger, wrapper_class, processors, context_class, cache_logger_on_first_use, initial_values,
                                logger_factory_args)


def get_logger(*args, **initial_values):
    """A logger, with these values bound to it."""
    return wrap_logger(None, logger_factory_args=args, **initial_values)


getLogger = get_logger
