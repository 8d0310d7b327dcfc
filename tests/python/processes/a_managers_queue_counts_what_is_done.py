# recorded by hand: the oracle does not end where a manager runs beside logging
# A manager's Queue is a queue.Queue: it can be joined, and a configuration of logging takes it.
import logging.config
import multiprocessing


def work(queue, results):
    while (item := queue.get()) is not None:
        results.append(item * 2)
        queue.task_done()
    queue.task_done()


def configured(queue):
    handlers = {'out': {'class': 'logging.StreamHandler'},
                'to': {'class': 'logging.handlers.QueueHandler', 'handlers': ['out'], 'queue': queue}}
    logging.config.dictConfig({'version': 1, 'handlers': handlers})
    return logging.getHandlerByName('to').queue is queue


if __name__ == '__main__':
    with multiprocessing.Manager() as manager:
        queue, results = manager.Queue(), manager.list()
        process = multiprocessing.Process(target=work, args=(queue, results))
        process.start()
        for n in (1, 2, 3, None):
            queue.put(n)
        queue.join()
        process.join()
        print(list(results), queue.empty())
        try:
            queue.task_done()
        except ValueError as exc:
            print(exc)
        print(configured(queue), configured(manager.JoinableQueue()), configured(multiprocessing.Queue()))
