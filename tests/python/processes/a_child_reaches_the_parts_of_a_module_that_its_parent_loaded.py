"""A forked child has `logging.handlers` where its parent has imported it, without importing it anew."""
# recorded by hand: a virtual clock of one process does not see what its forked children do
import logging
import logging.handlers
import multiprocessing
import xml.etree.ElementTree


def work(records):
    logging.getLogger().addHandler(logging.handlers.QueueHandler(records))
    logging.warning('from %s', multiprocessing.current_process().name)
    print(xml.etree.ElementTree.fromstring('<a>text</a>').text, flush=True)


if __name__ == '__main__':
    records = multiprocessing.Queue()
    child = multiprocessing.Process(target=work, args=(records,), name='child')
    child.start()
    child.join()
    print(records.get().getMessage())
