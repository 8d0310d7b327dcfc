# recorded by hand: the oracle's clock does not follow processes
"""A child process may take the mark of a daemon off itself and start children of its own; it has no hold on itself."""
import multiprocessing
import os


def grandchild(number):
    print('grandchild', number, multiprocessing.current_process().daemon, flush=True)


def has_children(number):
    me = multiprocessing.current_process()
    print(me.daemon, me._popen, me.pid == os.getpid(), me.exitcode, me.is_alive())
    me.daemon = False
    below = multiprocessing.Process(target=grandchild, args=(number,))
    print(below._popen)
    below.start()
    below.join()
    print(below._popen.pid == below.pid)
    print(below.exitcode, below._popen.returncode, below._popen.poll())
    for act in me.join, me.start, me.terminate:
        try:
            act()
        except (AssertionError, AttributeError) as error:
            print(type(error).__name__, error)
    print(multiprocessing.parent_process().name, multiprocessing.active_children())


if __name__ == '__main__':
    child = multiprocessing.Process(target=has_children, args=(1,), daemon=True)
    child.start()
    child.join()
    print(child.exitcode, child.daemon)
    with multiprocessing.Pool(1) as pool:
        pool.apply(has_children, (2,))
    main = multiprocessing.current_process()
    print(main._popen)
    main.daemon = True
    try:
        multiprocessing.Process(target=grandchild, args=(3,)).start()
    except AssertionError as error:
        print(error)
