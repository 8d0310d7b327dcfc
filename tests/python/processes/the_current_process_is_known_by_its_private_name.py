"""`multiprocessing.process._current_process` is the process that runs, in a child its own."""
import multiprocessing as mp
import multiprocessing.process


def tell(answers):
    current = multiprocessing.process._current_process
    answers.put((current.name, current is mp.current_process(), current._config.get('daemon')))


if __name__ == '__main__':
    answers = mp.SimpleQueue()
    tell(answers)
    print(answers.get())
    child = mp.Process(target=tell, args=(answers,), name='child', daemon=True)
    child.start()
    print(answers.get())
    child.join()
    try:
        multiprocessing.process._no_such_name
    except AttributeError as error:
        print(error)
