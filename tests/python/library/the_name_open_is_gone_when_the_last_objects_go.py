import builtins
import logging
import os
import sys
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'log')


class Kept:
    def __del__(self):
        logging.error('at the end')
        with handler.stream as file:
            file.flush()
        print(os.path.getsize(path), file=sys.stderr)
        for name in 'open', 'print', 'exit', 'help', 'input':
            print(name, hasattr(builtins, name), file=sys.stderr)
        try:
            open(path)
        except NameError as error:
            print(error, file=sys.stderr)


logging.basicConfig(filename=path, format='%(message)s')
handler = logging.getLogger().handlers[0]
kept = Kept()
