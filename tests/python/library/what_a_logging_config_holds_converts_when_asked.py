import logging
import logging.config
import sys
from logging.config import ConvertingDict, ConvertingList, ConvertingTuple, valid_ident
from logging.handlers import QueueHandler


def made_once(what):
    """What a part of the configuration describes; the part remembers it."""
    if not isinstance(what, ConvertingDict):
        return what
    if 'made' not in what:
        kind = what.configurator.resolve(what.pop('kind'))
        what['made'] = kind(**{name: what[name] for name in what if valid_ident(name)})
    return what['made']


class Fan(logging.Handler):
    """Passes a record on to handlers that the configuration names."""

    def __init__(self, to, queue):
        super().__init__()
        self.to, self.queue = [to[at] for at in range(len(to))], made_once(queue)
        print('fan', type(to).__name__, [handler.name for handler in self.to], self.queue.maxsize)

    def emit(self, record):
        for handler in self.to:
            handler.handle(record)


class Tagged(QueueHandler):
    def __init__(self, queue, tag='none'):
        super().__init__(queue)
        self.tag = tag


def console(**more):
    return {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout', **more}


logging.config.dictConfig({
    'version': 1,
    'formatters': {'short': {'format': '%(levelname)s %(message)s'}},
    'parts': {'queue': {'kind': 'queue.Queue', 'maxsize': 'ext://logging.WARNING'}},
    'handlers': {
        'a': console(formatter='short'),
        'fan1': {'class': '__main__.Fan', 'to': ['cfg://handlers.a'], 'queue': 'cfg://parts.queue'},
        'fan2': {'()': Fan, 'to': ['cfg://handlers.a'], 'queue': 'cfg://parts.queue', '.': {'spare': 'ext://sys.maxsize'}},
    },
    'root': {'level': 'INFO', 'handlers': ['fan1', 'fan2']},
})
logging.info('twice')
first, second = logging.root.handlers
print(first.queue is second.queue, second.spare == sys.maxsize)

told = logging.config.DictConfigurator({
    'version': 1, 'deep': [1, {'sep': 'ext://os.sep'}, ('x', 'ext://os.sep', 'cfg://other.list[0]')], 'other': {'list': ['there']}})
deep = told.config['deep']
print(type(deep).__name__, deep, deep.parent is told.config, deep.key)
print(type(deep[1]).__name__, deep[1]['sep'], deep, deep[1].parent is deep)
print(isinstance(deep[2], ConvertingTuple), deep[2][1], deep[2][2], isinstance(deep, ConvertingList), deep.pop())
print(told.config.get('nowhere'), told.config.pop('nowhere', 'kept'), told.convert('cfg://deep[1].sep'))

logging.config.dictConfig({
    'version': 1,
    'handlers': {
        'a': {'class': Tagged, 'tag': 'cfg://tags[1]', 'handlers': ['z'], 'queue': {'()': 'queue.Queue', 'maxsize': 7}},
        'b': {'class': 'logging.handlers.QueueHandler'},
        'z': console(),
    },
    'tags': ['one', 'two'], 'root': {'handlers': ['a', 'b']}})
for handler in logging.root.handlers:
    listener = handler.listener
    print(type(handler).__name__, getattr(handler, 'tag', '-'), handler.queue.maxsize, [of.name for of in listener.handlers])

memory = {'class': 'logging.handlers.MemoryHandler', 'capacity': 1}
for handlers in ({'a': {'class': Tagged, 'handlers': ['none']}}, {'a': {'class': Tagged, 'bad': 1}}, {'a': {'class': Tagged, 'queue': {'kind': 1}}},
                 {'a': {**memory, 'target': 'none'}}, {'a': {**memory, 'target': 'a'}}, {'a': console(formatter='none')},
                 {'a': console(**{'not a name': 1})}, None):
    try:
        logging.config.dictConfig({'version': 1, 'handlers': handlers})
    except Exception as error:
        while error:
            print(repr(error))
            error = error.__cause__
for config in ({'version': 1, 'root': {'handlers': ['none']}}, {'version': 1, 'loggers': {'x': {'filters': ['none']}}}):
    try:
        logging.config.dictConfig(config)
    except ValueError as error:
        print(repr(error), repr(error.__cause__), repr(error.__cause__.__cause__))
