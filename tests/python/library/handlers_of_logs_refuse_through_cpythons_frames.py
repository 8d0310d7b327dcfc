import os
import traceback


def refused(call):
    """What it is refused with, and the library's frames through which that has come."""
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, error)
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename != __file__:
                print('   ', os.path.basename(frame.filename), frame.lineno, frame.name, '|', frame.line)


import logging
import logging.handlers as handlers

refused(lambda: handlers.RotatingFileHandler('/tmp/a', maxBytes='x'))
refused(lambda: handlers.TimedRotatingFileHandler('/tmp/a', when='W'))
refused(lambda: handlers.TimedRotatingFileHandler('/tmp/a', when='W9'))
refused(lambda: handlers.TimedRotatingFileHandler('/tmp/a', when=5))
refused(lambda: handlers.TimedRotatingFileHandler('/tmp/a', interval='x'))
refused(lambda: handlers.TimedRotatingFileHandler('/nowhere/a'))
refused(lambda: handlers.WatchedFileHandler(5.5))
refused(lambda: handlers.DatagramHandler('a'))
refused(lambda: handlers.SysLogHandler(5))
refused(lambda: handlers.HTTPHandler('a', 'b', 'c'))
refused(lambda: handlers.HTTPHandler('a', 'b', secure=False, context=3))
refused(lambda: logging.Filter(5))
