import logging.config
import os
import sys


class Marked(logging.Formatter):
    def format(self, record):
        return f'{self.mark} {super().format(record)}'


logging.config.dictConfig({
    'version': 1,
    'formatters': {'marked': {'()': Marked, 'format': '{levelname} {message}', 'style': '{', '.': {'mark': '*'}}},
    'handlers': {'out': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout', 'formatter': 'marked',
                         '.': {'terminator': '!\n'}}},
    'root': {'handlers': ['out']}})
logging.warning('hello')

from logging.handlers import RotatingFileHandler
rotating = RotatingFileHandler(os.devnull, maxBytes=1)
print(rotating.shouldRollover(logging.makeLogRecord({'msg': 'what goes nowhere is not rolled over'})))
