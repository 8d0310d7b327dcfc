# More than there is room for at once, if a process that has ended kept its copy.
import multiprocessing

held = bytearray(b'x') * (16 << 20)


def child():
    held[0] = 1


if __name__ == '__main__':
    context = multiprocessing.get_context('fork')
    codes = []
    for _ in range(40):
        process = context.Process(target=child)
        process.start()
        process.join()
        codes.append(process.exitcode)
    print(codes.count(0), held[:2])
