# What imports multiprocessing.connection in CPython makes it the package's attribute.
import multiprocessing
import subprocess
import sys


def work():
    pass


def joined(*timeouts, method=None):
    process = multiprocessing.get_context(method).Process(target=work)
    process.start()
    sentinel = process.sentinel
    for timeout in timeouts:
        process.join(timeout)
    return sentinel


def waited():
    sentinel = joined(5)
    return multiprocessing.connection.wait([sentinel]) == [sentinel]


def set_to(method):
    multiprocessing.set_start_method(method)
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()


def imports_queues():
    import multiprocessing.queues


def imports_sharedctypes():
    import multiprocessing.sharedctypes


CASES = {
    'joins': lambda: joined(None) and None,
    'joins for a time': waited,
    'does not wait': lambda: joined(0, None) and None,
    'joins again': lambda: joined(None, 5) and None,
    'spawns': lambda: joined(None, method='spawn') and None,
    'spawns and joins for a time': lambda: joined(5, method='spawn') and None,
    'has a server': lambda: joined(None, method='forkserver') and None,
    'is set to a server': lambda: set_to('forkserver'),
    'is set to spawn': lambda: set_to('spawn'),
    'preloads': lambda: multiprocessing.set_forkserver_preload(['os']),
    'imports queues': imports_queues,
    'imports sharedctypes': imports_sharedctypes,
    'allows pickling': lambda: multiprocessing.allow_connection_pickling(),
    'makes a value': lambda: multiprocessing.Value('i') and None,
}
if __name__ == '__main__':
    if len(sys.argv) > 1:
        print(CASES[sys.argv[1]](), hasattr(multiprocessing, 'connection'))
    else:
        for name in CASES:
            done = subprocess.run([sys.executable, __file__, name], stdin=subprocess.DEVNULL, capture_output=True, text=True)
            print(name, done.stdout.strip(), done.stderr)
