"""A process's `_popen` is one object from its start until it is closed."""
import multiprocessing


def work():
    pass


if __name__ == '__main__':
    for way in 'fork', 'spawn':
        p = multiprocessing.get_context(way).Process(target=work)
        print(p._popen)
        p.start()
        handle = p._popen
        print(handle is p._popen, handle.pid == p.pid, type(handle).__name__)
        p.join()
        print(handle is p._popen, handle.returncode, handle.poll())
        p.close()
        print(p._popen)
