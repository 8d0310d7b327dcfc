# Places in logging where handlers, levels and queues of the wrong kind are met.
import logging
import logging.handlers
import sys
import traceback

record = logging.LogRecord('name', logging.INFO, 'file.py', 1, 'words', (), None)


def stop():
    listener = logging.handlers.QueueListener(5, logging.StreamHandler(sys.stdout))
    listener._thread = True
    listener.stop()


for fail in (stop, lambda: logging.handlers.MemoryHandler('x').emit(record), lambda: logging.handlers.TimedRotatingFileHandler('/tmp/a.log', interval=None),
             lambda: logging.disable('NOPE'), lambda: setattr(logging.root.manager, 'disable', 'NOPE'), lambda: logging.basicConfig(handlers=[1], force=True)):
    try:
        fail()
    except Exception as error:
        print([(frame.name, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)[1:]], error)
logging.root.manager.disable = 'INFO'
print(logging.root.manager.disable, logging.getLogger('x').isEnabledFor(logging.INFO))
