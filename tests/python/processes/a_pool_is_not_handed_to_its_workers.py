# recorded by hand: the oracle's clock does not follow pools of processes
import os
import traceback
from multiprocessing import Pool


def work(pool):
    return pool


if __name__ == '__main__':
    with Pool(2) as pool:
        result = pool.apply_async(work, (pool,))
        try:
            result.get()
        except NotImplementedError as err:
            print(err)
            for frame in traceback.extract_tb(err.__traceback__)[1:]:
                print(os.path.basename(frame.filename), frame.lineno, frame.name, frame.line)
