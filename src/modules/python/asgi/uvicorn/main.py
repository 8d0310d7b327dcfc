"""Runs an application until it is interrupted."""
import logging as _logging
import sys as _sys

from uvicorn.config import STARTUP_FAILURE, Config
from uvicorn.server import Server


def run(app, *, app_dir=None, **kwargs):
    if app_dir is not None:
        _sys.path.insert(0, app_dir)
    config = Config(app, **kwargs)
    if config.reload or config.workers > 1:
        if not isinstance(app, str):
            _logging.getLogger('uvicorn.error').warning(
                "You must pass the application as an import string to enable 'reload' or 'workers'.")
            _sys.exit(STARTUP_FAILURE)
    else:
        config.load_app()
    server = Server(config)
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    if not server.started:
        _sys.exit(STARTUP_FAILURE)


def main(args=None):
    import _network
    _network.not_supported("uvicorn's command", 'uvicorn.run(app)')
