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
    found = logging.getLogger(app.name)
    if not found.level and app.debug:
        found.setLevel(logging.DEBUG)
    for handler in () if has_level_handler(found) else (default_handler,):
        found.addHandler(handler)
    return found
