import logging
import multiprocessing


def work(found):
    logger = multiprocessing.get_logger()
    found.put((logger.getEffectiveLevel(), len(logger.handlers)))
    logger.info('at work')


if __name__ == '__main__':
    context = multiprocessing.get_context('spawn')
    found = context.SimpleQueue()
    for to_stderr in False, True:
        if to_stderr:
            multiprocessing.log_to_stderr()
        multiprocessing.get_logger().setLevel(logging.INFO)
        process = context.Process(target=work, args=(found,))
        process.start()
        print(found.get())
        process.join()
