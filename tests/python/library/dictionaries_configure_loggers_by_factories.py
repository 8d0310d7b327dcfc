"""dictConfig: a handler's own factory is called where CPython calls it, with its attributes set behind."""
import logging.config
import traceback


def owned(filename, mode='a'):
    raise LookupError(f'nobody owns {filename}')


class Kept(logging.Handler):
    def __init__(self, limit):
        super().__init__()
        self.limit = limit

    def emit(self, record):
        print(self.limit, self.label, self.format(record))


def made(**keywords):
    return Kept(**keywords)


logging.config.dictConfig({
    'version': 1,
    'formatters': {'short': {'format': '%(levelname)s/%(message)s'}},
    'handlers': {'kept': {'()': made, 'limit': 3, 'formatter': 'short', 'level': 'WARNING', '.': {'label': 'a label'}}},
    'root': {'handlers': ['kept'], 'level': 'DEBUG'}})
logging.warning('shown')
logging.info('not shown')

for factory in owned, 'nothing.there':
    try:
        logging.config.dictConfig({'version': 1, 'handlers': {'file': {'()': factory, 'filename': 'x', 'mode': 'w'}}})
    except ValueError as error:
        print(error)
        for each in (error.__cause__.__traceback__, error.__traceback__):
            for frame in traceback.extract_tb(each):
                of_library = frame.filename.endswith('logging/config.py')
                print('config.py' if of_library else '-', frame.lineno if of_library else '', frame.name)
