"""The logger of an application."""
import logging
import sys

from werkzeug._internal import _has_level_handler as has_level_handler
from werkzeug.local import LocalProxy

from flask.globals import request

wsgi_errors_stream = LocalProxy(lambda: request.environ['wsgi.errors'] if request else sys.stderr)
default_handler = logging.StreamHandler(wsgi_errors_stream)
default_handler.setFormatter(logging.Formatter('[%(asctime)s] %(levelname)s in %(module)s: %(message)s'))


def create_logger(app):
    logger = logging.getLogger(app.name)
    if app.debug and not logger.level:
        logger.setLevel(logging.DEBUG)
    if not has_level_handler(logger):
        logger.addHandler(default_handler)
    return logger
