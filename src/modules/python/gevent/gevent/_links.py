"""What others can wait for: they are called by the loop, in their order, once it is ready."""
from gevent.hub import Waiter, get_hub
from gevent.timeout import Timeout


class Linkable:
    def __init__(self):
        self._links, self._notifier, self.hub = [], None, get_hub()

    def _words(self):
        """What who waits for it waits for, in words."""
        return f'{type(self).__name__.lower()}.wait'

    def linkcount(self):
        return len(self._links)

    def rawlink(self, callback):
        if not callable(callback):
            raise TypeError(f'Expected callable: {callback!r}')
        self._links.append(callback)
        self._check_and_notify()

    def unlink(self, callback):
        if callback in self._links:
            self._links.remove(callback)

    def _check_and_notify(self):
        if self.ready() and self._links and self._notifier is None:
            self._notifier = self.hub.loop.run_callback(self._notify_links)

    def _notify_links(self):
        """Calls those that are linked now; some wait for a state that another may have changed."""
        self._notifier = None
        links, self._links = self._links, []
        while links:
            if not self.ready():
                self._links = links + self._links
                return
            link = links.pop(0)
            try:
                link(self)
            except BaseException as error:
                self.hub.handle_error((link, self), type(error), error, error.__traceback__)

    def _wait(self, timeout=None):
        """Waits until it is ready; False if the time was over before."""
        if self.ready():
            return True
        waiter = Waiter(self.hub)

        def arrive(source):
            waiter.switch(waiter)
        timer = Timeout._start_new_or_dummy(timeout)
        self._links.append(arrive)
        try:
            waiter.get(self._words())
            return True
        except Timeout as error:
            if error is not timer:
                raise
            return False
        finally:
            self.unlink(arrive)
            timer.cancel()

    def _wait_for_result(self, block, timeout):
        """Waits until it is ready, as long as `get` may; a Timeout if it is not."""
        if self.ready():
            return
        if not block:
            raise Timeout()
        timer = Timeout._start_new_or_dummy(timeout)
        try:
            self._wait()
        finally:
            timer.cancel()


def in_greenlet(callback):
    """Calls it in a greenlet of its own."""
    from gevent.greenlet import Greenlet

    def start(source):
        Greenlet.spawn(callback, source)
    start.callback = callback
    return start
