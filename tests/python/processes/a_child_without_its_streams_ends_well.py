"""A child process whose program has closed its standard output, or put nothing in its place, ends as well as any."""
# recorded by hand: a virtual clock of one process does not see what its forked children do
import io
import multiprocessing
import sys


def without(value):
    sys.stdout = value


def closed():
    stream = io.StringIO()
    stream.close()
    return stream


if __name__ == '__main__':
    context = multiprocessing.get_context('fork')
    for value in None, closed():
        process = context.Process(target=without, args=(value,))
        process.start()
        process.join()
        print(process.exitcode)
    kept, sys.stdout = sys.stdout, None
    process = context.Process(target=len, args=('',))
    process.start()
    process.join()
    sys.stdout = kept
    print(process.exitcode)
