"""Where the library tells what it does."""
import logging

logger = logging.getLogger('aio_pika')


def get_logger(name):
    package, module = name.split('.', 1)
    return logger.getChild(module if package == logger.name else name)
