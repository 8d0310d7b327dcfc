# A pool tells of a job that it cannot begin any more, since somebody has given it an exception.
import concurrent.futures
import logging
import time

logging.getLogger("concurrent.futures").addFilter(lambda record: not record.getMessage().startswith("Future "))
pool = concurrent.futures.ThreadPoolExecutor(1)
first = pool.submit(time.sleep, 0.1)
done = pool.submit(print, "never")
done.set_exception(KeyError("mine"))
pool.shutdown()
print(repr(done.exception()))
