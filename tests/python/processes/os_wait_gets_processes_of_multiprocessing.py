import multiprocessing
import os


def end(code):
    os._exit(code)


if __name__ == '__main__':
    context = multiprocessing.get_context('fork')
    processes = [context.Process(target=end, args=(code,)) for code in (3, 4)]
    for process in processes:
        process.start()
    print(sorted(os.waitstatus_to_exitcode(os.wait()[1]) for _ in processes))
    try:
        os.wait()
    except ChildProcessError as error:
        print(error)
    for process in processes:
        process.join()
        print(process.exitcode)
