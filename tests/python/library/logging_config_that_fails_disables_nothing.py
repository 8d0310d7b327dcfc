"""A configuration whose loggers cannot be configured leaves the loggers that it does not name enabled."""
import logging
import logging.config
import sys

logging.basicConfig(stream=sys.stdout, format='%(name)s: %(message)s')
app, child = logging.getLogger('app'), logging.getLogger('app.db')
child.addHandler(logging.StreamHandler(sys.stdout))
for bad in ({'loggers': {'other': {'level': 'NOPE'}}}, {'loggers': {'app': {'level': 'NOPE'}}},
            {'handlers': {'h': {'class': 'logging.Nope'}}}):
    try:
        logging.config.dictConfig({'version': 1, **bad})
    except ValueError as e:
        print(e, '|', repr(e.__cause__))
    print(app.disabled, child.disabled, child.handlers)
    app.warning('told')
logging.config.dictConfig({'version': 1, 'loggers': {'app': {'level': 'INFO'}}})
print(app.disabled, app.level, child.disabled, child.handlers)
logging.config.dictConfig({'version': 1})
print(app.disabled, child.disabled)
