# What a test puts in the place of asyncio's logger, or of one of its methods, is told what asyncio has to say.
import asyncio
import logging
from unittest import mock


class Own(logging.Logger):
    def error(self, message, *args, **more):
        print('own', message.splitlines()[0])


def fail():
    1 / 0


def run(handler=None):
    loop = asyncio.new_event_loop()
    if handler:
        loop.set_exception_handler(handler)
    loop.call_soon(fail)
    loop.call_soon(loop.stop)
    loop.run_forever()
    loop.close()


def broken(loop, context):
    raise KeyError('handler')


class Loop(asyncio.SelectorEventLoop):
    def default_exception_handler(self, context):
        raise LookupError('default')


with mock.patch('asyncio.base_events.logger') as logger:
    run()
    (message,), more = logger.error.call_args
    print(message.splitlines()[0], [type(part).__name__ for part in more['exc_info']])
    logger.reset_mock()
    run(broken)
    (message,), more = logger.error.call_args
    print(message.splitlines()[0], more['exc_info'][0].__name__)
    logger.reset_mock()
    loop = Loop()
    loop.call_soon(fail)
    loop.call_soon(loop.stop)
    loop.run_forever()
    loop.close()
    print(logger.error.call_args)
    logger.reset_mock()
    loop = asyncio.new_event_loop()
    loop.call_exception_handler({'message': 'only words'})
    print(logger.error.call_args)
    loop.close()

with mock.patch.object(logging.getLogger('asyncio'), 'error') as error:
    run()
    print(error.call_count)
logging.getLogger('asyncio').__class__ = Own
run()
