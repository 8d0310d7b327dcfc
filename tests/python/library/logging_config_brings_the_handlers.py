"""`import logging.config` is enough for `logging.handlers`."""
import logging.config

target = logging.StreamHandler()
logger = logging.getLogger('held')
logger.addHandler(logging.handlers.MemoryHandler(2, target=target))
logger.warning('first')
print(logger.handlers[0].buffer)
logger.warning('second')
print(logger.handlers[0].buffer)
