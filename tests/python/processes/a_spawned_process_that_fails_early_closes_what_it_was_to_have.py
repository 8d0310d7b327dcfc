# recorded by hand: a process that is spawned does not run under the virtual clock
# A spawned process that ends while its main module is imported closes the ends of pipes that it was handed, so that
# the reader is told; what forkserver starts so ends with status 1.
import multiprocessing
import sys

if __name__ == '__mp_main__':
    sys.exit(3)


def send(connection):
    connection.send('never')


if __name__ == '__main__':
    for method in 'spawn', 'forkserver':
        context = multiprocessing.get_context(method)
        reader, writer = context.Pipe(duplex=False)
        process = context.Process(target=send, args=(writer,))
        process.start()
        writer.close()
        try:
            print(reader.recv())
        except EOFError:
            print('nobody writes any more')
        process.join()
        print(method, process.exitcode)
