# A handler whose server is not there tells so on the error stream.
import logging
import logging.handlers

log = logging.getLogger('a'); log.propagate = False
for h in (logging.handlers.HTTPHandler('127.0.0.1:9', '/x'), logging.handlers.SysLogHandler('/dev/log'), logging.handlers.SMTPHandler(('127.0.0.1', 2), 'a@b.c', 'd@e.f', 'Subject')):
    log.addHandler(h); log.error('what %d', 1); log.removeHandler(h)
