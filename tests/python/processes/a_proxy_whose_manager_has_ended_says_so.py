# recorded by hand: the oracle's clock does not follow managers
import os
import traceback
from multiprocessing import Manager


def attempt(action):
    try:
        action()
    except OSError as err:
        print(repr(err), '|', repr(err.__context__))
        for frame in traceback.extract_tb(err.__traceback__)[2:]:
            print('   ', os.path.basename(frame.filename), frame.lineno, frame.name, frame.line)


if __name__ == '__main__':
    with Manager() as manager:
        asked_before = manager.list('ab')
        asked_before.append('c')
        print(asked_before)
    attempt(lambda: asked_before.append('d'))
    attempt(lambda: asked_before.append('e'))

    with Manager() as manager:
        never_asked = manager.dict()
    attempt(lambda: never_asked.update(a=1))
