# recorded by hand: CPython with gevent 26.9 and greenlet 3.5
"""Greenlets begin in their order, wait, fail, are killed and time out."""
import re
import sys
import time

import gevent
from gevent import Greenlet, Timeout

began = time.monotonic()


class Shown:
    """stderr without places and dates."""

    def write(self, text):
        text = re.sub(r"0x\w+", "0x…", text)
        text = re.sub(r"\d{4}-\d\d-\d\dT[\d:]+Z", "DATE", text)
        sys.stdout.write(re.sub(r'File ".*?", line \d+', "File", text))

    def flush(self):
        pass


sys.stderr = Shown()


def say(*what):
    print(f"{time.monotonic() - began:.1f}", *what)


def work(n, seconds=0.1):
    say("begins", n)
    gevent.sleep(seconds)
    say("ends", n)
    return n * n


jobs = [gevent.spawn(work, n, 0.1 * (3 - n)) for n in range(3)]
say(bool(jobs[0]), jobs[0].started, jobs[0].ready())
say(gevent.joinall(jobs) == jobs, [job.value for job in jobs], jobs[0].successful(), jobs[0].dead)
for job in gevent.iwait([gevent.spawn(work, n, 0.1 * (3 - n)) for n in range(3)]):
    say("ready", job.value)
some = [gevent.spawn(work, n, 0.1 + 0.2 * n) for n in range(3)]
say(len(gevent.wait(some, timeout=0.2)), len(gevent.joinall(some, count=2)), len(gevent.joinall(some)))


def fail():
    raise ValueError("oops")


failed = gevent.spawn(fail)
failed.link_exception(lambda source: say("told of", repr(source.exception)))
failed.link_value(lambda source: say("never"))
failed.join()
gevent.sleep(0)
say(repr(failed.exception), failed.successful(), failed.value)
for wrong in (failed.get, lambda: gevent.joinall([gevent.spawn(fail)], raise_error=True)):
    try:
        wrong()
    except ValueError as error:
        say("raised", error)


def stubborn(answer):
    try:
        gevent.sleep(10)
    except gevent.GreenletExit:
        say("asked to end")
        raise
    except RuntimeError as error:
        say("got", error)
        return answer
    finally:
        say("cleans up")


ended = gevent.spawn(stubborn, 1)
gevent.sleep(0)
ended.kill()
say(repr(ended.value), ended.successful(), ended.dead)
answers = gevent.spawn(stubborn, 2)
gevent.sleep(0)
answers.kill(RuntimeError("stop"))
say(answers.value)
unbegun = gevent.spawn(stubborn, 3)
unbegun.kill()
say(repr(unbegun.value), unbegun.dead)


def limited(exception):
    try:
        with Timeout(0.1, exception):
            gevent.sleep(1)
        say("in silence")
    except BaseException as error:
        say(type(error).__name__, error)


for exception in (None, False, ValueError("mine"), "words"):
    limited(exception)
say(gevent.with_timeout(0.1, gevent.sleep, 1, timeout_value="too late"))
slow = gevent.spawn(gevent.sleep, 1)
try:
    slow.get(timeout=0.1)
except Timeout as error:
    say(error, slow.ready())
slow.kill()


class Job(Greenlet):
    def __init__(self, word):
        super().__init__()
        self.word = word

    def _run(self):
        gevent.sleep(0.1)
        return self.word.upper()


job = Job("word")
print(job.started, bool(job))
job.start()
say(job.get(), re.sub(r"0x\w+", "0x…", repr(gevent.spawn(work, 1, seconds=0))))
gevent.spawn_later(0.1, say, "later")
gevent.sleep(0.2)
try:
    gevent.get_hub().switch()
except gevent.exceptions.LoopExit as error:
    say(str(error).splitlines()[0])
