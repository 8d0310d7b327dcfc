# logging: what rotates by time deletes the files that are its own, whatever its namer calls them; a buffer's target and
# the names in a configuration.
import logging
import logging.config
import logging.handlers
import os
import tempfile
import threading
import time

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'app.log')


def old_files(names, namer=None, suffix=None):
    for name in os.listdir(folder):
        os.remove(os.path.join(folder, name))
    for name in names:
        open(os.path.join(folder, name), 'w').close()
    handler = logging.handlers.TimedRotatingFileHandler(path, when='d', backupCount=2, delay=True)
    handler.namer = namer
    if suffix:
        handler.suffix = suffix
    print(handler.suffix, [os.path.basename(name) for name in handler.getFilesToDelete()])


days = [f'2026-01-0{day}' for day in range(1, 6)]
old_files([f'app.log.{day}' for day in days] + ['app.log.2026-01-01.gz', 'app.log.x', 'other.log.2026-01-01'])
old_files([f'app.log.{day}' for day in days], suffix='%Y%m%d')
old_files([f'app.log.{day}.gz' for day in days] + ['app.log.2026-01-01'], lambda name: name + '.gz')
old_files([f'{day}-app.txt' for day in days], lambda name: os.path.join(folder, name.rsplit('.', 1)[1] + '-app.txt'))

handler = logging.handlers.TimedRotatingFileHandler(os.devnull, when='s', backupCount=1)
time.sleep(2)
print(handler.shouldRollover(logging.makeLogRecord({'msg': 'a device'})))
handler.close()


class Shown:
    def handle(self, record):
        print('handled', record.getMessage())
        threading.Thread(target=buffer.setTarget, args=(None,)).start()


buffer = logging.handlers.MemoryHandler(10)
buffer.setTarget(Shown())
log = logging.getLogger('buffered')
log.addHandler(buffer)
log.warning('first')
log.warning('second')
log.error('third')
time.sleep(0.1)
print(buffer.target, len(buffer.buffer))
log.error('fourth')
print(len(buffer.buffer))
log.handlers.clear()

for name in ('1st', 'not-a-name', 'encoding'):
    handlers = {'file': {'class': 'logging.FileHandler', 'filename': path, name: 'utf-8'}}
    try:
        logging.config.dictConfig({'version': 1, 'handlers': handlers, 'root': {'handlers': ['file']}})
    except ValueError as error:
        print(error, '|', error.__cause__)
    else:
        print(logging.getLogger().handlers[0].encoding)


class Slow(logging.Handler):
    def emit(self, record):
        time.sleep(1)
        print(f'{time.monotonic() - began:.1f}', record.getMessage())


slow, began = Slow(), time.monotonic()
log = logging.getLogger('slow')
log.addHandler(slow)
writers = [threading.Thread(target=log.warning, args=(f'from {n}',)) for n in range(3)]
for writer in writers:
    writer.start()
for writer in writers:
    writer.join()
with slow.lock:
    print('held', type(slow.lock).__name__, logging.NullHandler().lock)
print(os.path.isfile(os.devnull), [entry.is_file() for entry in os.scandir('/dev') if entry.name == 'null'])
