# recorded by hand: the oracle's clock does not follow processes
"""multiprocessing's Barrier is threading's over shared memory: what breaks it shows in threading's frames."""
import multiprocessing as mp
import threading
import traceback


def waits(barrier):
    try:
        barrier.wait(0.5)
    except threading.BrokenBarrierError:
        print('broken in the other, too')


def shown(call):
    """What the call gives, or its traceback without this file's frames."""
    try:
        print(call())
    except Exception:
        own = False
        for line in traceback.format_exc().splitlines():
            own = __file__ in line if line.startswith('  File ') else own and line.startswith('    ')
            if not own:
                print(line)


def main():
    barrier = mp.Barrier(2)
    shown(lambda: barrier.wait(0.1))
    print(barrier.broken, barrier.n_waiting, barrier.parties)
    shown(barrier.wait)
    barrier.reset()
    other = mp.Process(target=waits, args=(barrier,))
    other.start()
    print(barrier.wait(5) in (0, 1))
    other.join()
    barrier.abort()
    shown(barrier.wait)
    shown(mp.Barrier(1, lambda: 1 / 0).wait)
    shown(mp.Condition().notify_all)
    shown(mp.Condition().notify)


if __name__ == '__main__':
    main()
