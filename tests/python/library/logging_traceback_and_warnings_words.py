import asyncio
import io
import logging
import sys
import traceback
import warnings

logging.warning('root %s', 'first')
logging.info('hidden')
logging.basicConfig(level=logging.DEBUG, format='%(asctime)s %(levelname)-8s %(name)s %(funcName)s %(message)s', force=True)
log = logging.getLogger('app.db')
logging.getLogger('asyncio').setLevel(logging.WARNING)


async def main():
    log.info('connected to %s in %.2f s', 'db', 1.5)
    await asyncio.sleep(1.25)
    log.debug('tick')
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception('failed')


asyncio.run(main())
out = io.StringIO()
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter('{levelname}:{taskName}:{lineno}:{message}', style='{'))
log.addHandler(handler)
log.propagate = False
log.error('to buffer', extra={'k': 1})
log.log(25, 'custom')
print(out.getvalue(), log, logging.getLogger('app').getChild('db') is log, log.getEffectiveLevel(), log.isEnabledFor(10))
print(logging.getLevelName(30), logging.getLevelName('ERROR'), logging.getLevelName(25), logging.root, handler)
try:
    log.setLevel('LOUD')
except ValueError as e:
    print(e)


def inner():
    raise ValueError('bad')


try:
    try:
        inner()
    except ValueError as e:
        raise KeyError('k') from e
except KeyError as e:
    print(traceback.format_exc())
    print(traceback.format_exception_only(e), len(traceback.extract_tb(e.__traceback__)), traceback.extract_tb(e.__traceback__)[0].lineno)
    traceback.print_exception(e, file=sys.stdout, chain=False)
    print(traceback.format_tb(e.__traceback__))


def where():
    print(''.join(traceback.format_stack()))
    return sys._getframe().f_code.co_name, sys._getframe(1).f_lineno


print(where())
warnings.warn('careful')
warnings.warn('old', DeprecationWarning)


def deprecated():
    warnings.warn('use other', UserWarning, stacklevel=2)


deprecated()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    warnings.warn('recorded')
print(len(caught), caught[0].message, caught[0].category)
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        warnings.warn('raised', RuntimeWarning)
    except RuntimeWarning as e:
        print(repr(e))
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    warnings.warn('never')
import atexit
atexit.register(print, 'bye', 2)
atexit.register(print, 'bye', 1)
