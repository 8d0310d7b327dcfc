"""Tasks that wait until a file descriptor can be read or written: one for each at a time."""
from trio import _run
from trio._errors import BusyResourceError, ClosedResourceError


def _number(sock):
    return sock if isinstance(sock, int) else sock.fileno()


def _forget(runner, number, reads):
    (runner.loop.remove_reader if reads else runner.loop.remove_writer)(number)
    return runner.waits.pop((number, reads))


async def wait(sock, reads):
    runner, task, number = _run.current_runner(), _run.current_task(), _number(sock)
    if (number, reads) in runner.waits:
        raise BusyResourceError('another task is already reading / writing this fd')

    def abort(raise_cancel):
        _forget(runner, number, reads)
        return _run.Abort.SUCCEEDED

    (runner.loop.add_reader if reads else runner.loop.add_writer)(number, lambda: _run.reschedule(_forget(runner, number, reads)))
    runner.waits[number, reads] = task
    await _run.wait_task_rescheduled(abort)


async def wait_readable(sock):
    await wait(sock, True)


async def wait_writable(sock):
    await wait(sock, False)


def notify_closing(sock):
    """Tells the tasks that wait for a descriptor that it goes."""
    runner, number = _run.current_runner(), _number(sock)
    for reads in (True, False):
        if (number, reads) in runner.waits:
            _run.reschedule(_forget(runner, number, reads), _run.Error(ClosedResourceError('another task closed this fd')))
