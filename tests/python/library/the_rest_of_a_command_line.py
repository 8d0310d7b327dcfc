# argparse.REMAINDER takes all that follows, options as well; frames of logging's filters; files that spool.
import argparse
import logging
import sys
import tempfile

p = argparse.ArgumentParser(prog='tool', exit_on_error=False)
p.add_argument('-v', action='store_true')
p.add_argument('src')
p.add_argument('dst', nargs='?', default='.')
p.add_argument('rest', nargs=argparse.REMAINDER)
for line in 'a', 'a b', 'a -v', 'a b c -v', '-v a b -x --y', 'a b -- -z', 'a -- b':
    print(line, '|', p.parse_args(line.split()))


class Fails(logging.Filter):
    def filter(self, record):
        raise ValueError(record.getMessage())


log = logging.getLogger('x')
handler = logging.StreamHandler(sys.stdout)
handler.addFilter(Fails())
log.addHandler(handler)
log.propagate = False
with tempfile.SpooledTemporaryFile(max_size=10) as t:
    t.write(b'12345')
    print(t._rolled, t.tell(), t.mode)
    t.write(b'1234567890')
    print(t._rolled, t.seek(3), t.read(4), t.mode)
with tempfile.SpooledTemporaryFile(mode='w+') as t:
    print('one', file=t)
    t.writelines(['two\n', 'three'])
    t.seek(0)
    print(list(t), t.closed)
log.warning('final %s', 'words')
