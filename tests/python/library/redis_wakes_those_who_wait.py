# recorded by hand: CPython with redis 6.4 and a Redis server
import threading
import time

import redis

r = redis.Redis(decode_responses=True)
r.flushall()
began = time.monotonic()


def say(*what):
    print(f"{time.monotonic() - began:.1f}", *what)


def consume(name):
    while True:
        found = r.blpop(["urgent", "jobs"], timeout=1)
        say(name, found)
        if found is None:
            return


threads = [threading.Thread(target=consume, args=("consumer",))]
threads[0].start()
for job in ("one", "two"):
    time.sleep(0.3)
    r.rpush("jobs", job)
threads[0].join()


def listen(pubsub):
    for message in pubsub.listen():
        say(message)
        if message["data"] == "bye":
            pubsub.unsubscribe()
            pubsub.punsubscribe()


pubsub = r.pubsub()
pubsub.subscribe("news")
pubsub.psubscribe("n*")
thread = threading.Thread(target=listen, args=(pubsub,))
thread.start()
time.sleep(0.2)
say(r.publish("news", "hello"), r.publish("nothing", "x"), r.publish("other", "y"))
say(r.pubsub_channels(), r.pubsub_numsub("news"), r.pubsub_numpat())
r.publish("news", "bye")
thread.join()

heard = []
with r.pubsub(ignore_subscribe_messages=True) as quiet:
    quiet.subscribe(**{"alarm": heard.append})
    worker = quiet.run_in_thread(sleep_time=0.05)
    time.sleep(0.2)
    r.publish("alarm", "fire")
    time.sleep(0.2)
    worker.stop()
    worker.join()
print(heard)
try:
    r.pubsub().parse_response()
except RuntimeError as error:
    print(error)
impatient = redis.Redis(socket_timeout=0.5, retry=None)
try:
    impatient.blpop("nothing", timeout=5)
except redis.TimeoutError as error:
    print(error)
pool = redis.ConnectionPool(max_connections=1)
held = pool.get_connection()
try:
    redis.Redis(connection_pool=pool).ping()
except redis.ConnectionError as error:
    print(error)
pool.release(held)
print(redis.Redis(connection_pool=pool).ping(), held)
try:
    redis.Redis(port=6399, retry=None).ping()
except redis.ConnectionError as error:
    print(error)
