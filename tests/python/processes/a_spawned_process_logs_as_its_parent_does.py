import logging
import multiprocessing


def work():
    logger = multiprocessing.get_logger()
    print(logger.getEffectiveLevel(), len(logger.handlers), flush=True)
    logger.info('at work')


if __name__ == '__main__':
    context = multiprocessing.get_context('spawn')
    for to_stderr in False, True:
        if to_stderr:
            multiprocessing.log_to_stderr()
        multiprocessing.get_logger().setLevel(logging.INFO)
        process = context.Process(target=work)
        process.start()
        process.join()
