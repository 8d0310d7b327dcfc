"""Logging of events with values."""
from structlog import contextvars, dev, processors, testing
from structlog._base import BoundLogger, BoundLoggerBase, get_context
from structlog._config import (configure, configure_once, get_config, get_logger, getLogger, is_configured, reset_defaults,
                               wrap_logger)
from structlog._native import make_filtering_bound_logger
from structlog._output import (BytesLogger, BytesLoggerFactory, PrintLogger, PrintLoggerFactory, ReturnLogger, ReturnLoggerFactory,
                               WriteLogger, WriteLoggerFactory)
from structlog.exceptions import DropEvent

__version__ = '26.1.0'


def __getattr__(name):
    if name == 'stdlib':
        from importlib import import_module
        return import_module('structlog.stdlib')
    raise AttributeError(f"module 'structlog' has no attribute {name!r}")
