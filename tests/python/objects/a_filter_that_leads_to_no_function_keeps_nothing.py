# recorded by hand: under the oracle nothing is printed that late
import logging


class Freed:
    def __del__(self):
        print('printed')


class Plain(logging.Formatter):
    pass


handler = logging.StreamHandler()
handler.setFormatter(Plain('%(message)s'))
logging.getLogger().addHandler(handler)
freed = Freed()
logging.warning('done')
