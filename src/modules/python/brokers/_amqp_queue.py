"""Queues: messages in their order, how long they stay, where they go when they die, and who gets the next one."""
import heapq
from collections import deque
from datetime import datetime, timezone
from itertools import count
from time import time

from _amqp_clock import at, now


class Entry:
    """A message in a queue. `number`: where it stands, also when it comes back; `returns`: how often it did."""
    __slots__ = 'number', 'properties', 'body', 'exchange', 'key', 'redelivered', 'expires', 'returns'

    def __init__(self, number, message, expires):
        self.number, self.expires, self.redelivered, self.returns = number, expires, False, 0
        self.properties, self.body, self.exchange, self.key = message


class Consumer:
    """`taken`: how many messages it has that it has not answered for; no more than `limit`, unless that is 0."""
    _numbers = count(1)

    def __init__(self, channel, tag, no_ack, exclusive, arguments, limit):
        self.channel, self.tag, self.no_ack, self.exclusive, self.limit = channel, tag, no_ack, exclusive, limit
        self.priority, self.taken, self.number = arguments.get('x-priority', 0), 0, next(self._numbers)

    def can_take(self):
        return (self.no_ack or not self.limit or self.taken < self.limit) and self.channel.can_take()


class Queue:
    def __init__(self, host, name, durable, auto_delete, owner, arguments):
        self.host, self.name, self.durable, self.auto_delete, self.owner = host, name, durable, auto_delete, owner
        self.arguments, self.entries, self.number = arguments, [], 0
        # Consumers whose turn comes, and those that have enough for now.
        self.active, self.blocked, self.single, self.deleted, self.timer = deque(), [], None, False, None
        self.size, self.used, self.watched, self.is_quorum = 0, now(), False, arguments.get('x-queue-type') == 'quorum'
        self._watch_use()

    # --- messages ---

    def _rank(self, entry):
        top = self.arguments.get('x-max-priority')
        return (-min(entry.properties.get('priority') or 0, top) if top else 0), entry.number, entry

    def _push(self, entry):
        heapq.heappush(self.entries, self._rank(entry))
        self.size += len(entry.body)

    def _pop(self):
        entry = heapq.heappop(self.entries)[2]
        self.size -= len(entry.body)
        return entry

    def _is_full(self, more=0, bytes_more=0):
        most, most_bytes = self.arguments.get('x-max-length'), self.arguments.get('x-max-length-bytes')
        return most is not None and len(self.entries) + more > most or most_bytes is not None and self.size + bytes_more > most_bytes

    def accept(self, message, mandatory=True):
        """Takes (properties, body, exchange, key); whether it did."""
        self.drop_expired()
        overflow = self.arguments.get('x-overflow', 'drop-head')
        if overflow != 'drop-head' and self._is_full(1, len(message[1])):
            if overflow == 'reject-publish-dlx':
                self._bury(Entry(0, message, None), 'maxlen')
            return False
        self.number += 1
        lives = [int(given) for given in (self.arguments.get('x-message-ttl'), message[0].get('expiration')) if given is not None]
        entry = Entry(self.number, message, now() + min(lives) / 1000 if lives else None)
        self._push(entry)
        self.dispatch()
        while self.entries and self._is_full():
            self._bury(self._pop(), 'maxlen')
        if lives and not min(lives):
            self.drop_expired()
        self._watch_head()
        return True

    def take(self):
        """The next message, or None."""
        self.used = now()
        self.drop_expired()
        return self._pop() if self.entries else None

    def put_back(self, entries):
        limit = self.arguments.get('x-delivery-limit') if self.is_quorum else None
        for entry in entries:
            entry.redelivered = True
            entry.returns += 1
            if limit is not None and entry.returns > limit:
                self._bury(entry, 'delivery_limit')
            else:
                self._push(entry)
        self.drop_expired()
        while self.entries and self._is_full():
            self._bury(self._pop(), 'maxlen')
        self.dispatch()
        self._watch_head()

    def properties_of(self, entry):
        """What goes with a message: queues that are replicated say how often it came back."""
        if not self.is_quorum:
            return entry.properties
        return {**entry.properties, 'headers': {**(entry.properties.get('headers') or {}), 'x-delivery-count': entry.returns}}

    def purge(self):
        self.drop_expired()
        size, self.entries, self.size = len(self.entries), [], 0
        return size

    # --- their end ---

    def drop_expired(self):
        while self.entries and self.entries[0][2].expires is not None and self.entries[0][2].expires <= now() + 1e-9:
            self._bury(self._pop(), 'expired')

    def _watch_head(self):
        when = self.entries[0][2].expires if self.entries else None
        if when is not None and (self.timer is None or when < self.timer):
            self.timer = when

            def look():
                if self.timer == when:
                    self.timer = None
                    if not self.deleted:
                        self.drop_expired()
                        self._watch_head()
            at(max(when - now(), 0), look)

    def reject(self, entry):
        self._bury(entry, 'rejected')

    def _bury(self, entry, reason):
        exchange = self.host.exchanges.get(self.arguments.get('x-dead-letter-exchange'))
        if exchange is None:
            return
        key = self.arguments.get('x-dead-letter-routing-key', entry.key)
        properties = dict(entry.properties)
        headers = properties['headers'] = dict(properties.get('headers') or {})
        deaths = headers['x-death'] = _with_death(headers.get('x-death'), self.name, reason, entry)
        for what in ('exchange', 'queue', 'reason'):
            headers.setdefault(f'x-first-death-{what}', deaths[0][what])
        properties.pop('expiration', None)
        message = properties, entry.body, exchange.name, key
        around = [] if reason == 'rejected' else _without_anyones_doing(deaths)
        # Others hear of it when this queue has done what it does.
        at(0, lambda: self.host.deliver(message, exchange, around))

    # --- who uses it ---

    def consumers(self):
        return [*self.active, *self.blocked]

    def add(self, consumer):
        self.active.append(consumer)
        self._elect()
        self.dispatch()

    def remove(self, consumer):
        """Whether the queue goes with it."""
        if consumer in self.active:
            self.active.remove(consumer)
        elif consumer in self.blocked:
            self.blocked.remove(consumer)
        self._elect()
        self.used = now()
        self._watch_use()
        if self.auto_delete and not self.active and not self.blocked:
            return True
        self.dispatch()
        return False

    def unblock(self, dispatch=True):
        """Consumers that can take again stand behind the others."""
        ready = [consumer for consumer in self.blocked if consumer.can_take()]
        self.blocked = [consumer for consumer in self.blocked if consumer not in ready]
        self.active.extend(ready)
        if dispatch and (ready or self.single is not None):
            self.dispatch()

    def _elect(self):
        """Where there is to be one consumer at a time, the next is chosen as soon as there is none."""
        both = self.consumers()
        if self.arguments.get('x-single-active-consumer') and self.single not in both:
            self.single = min(both, key=lambda consumer: (-consumer.priority, consumer.number)) if both else None

    def _next(self):
        """The consumer whose turn it is, or None."""
        if self.arguments.get('x-single-active-consumer'):
            return self.single if self.single is not None and self.single.can_take() else None
        for consumer in sorted(self.active, key=lambda consumer: -consumer.priority):
            self.active.remove(consumer)
            if consumer.can_take():
                self.active.append(consumer)
                return consumer
            self.blocked.append(consumer)
        return None

    def dispatch(self):
        while self.entries:
            self.drop_expired()
            if not self.entries:
                return
            consumer = self._next()
            if consumer is None:
                return
            consumer.channel.deliver(self, consumer, self._pop())

    def _watch_use(self):
        expires = self.arguments.get('x-expires')
        if expires is None or self.deleted or self.watched:
            return

        def look():
            self.watched = False
            if self.deleted or self.active or self.blocked:
                return
            left = self.used + expires / 1000 - now()
            if left <= 1e-9:
                self.host.delete_queue(self)
            else:
                watch(left)

        def watch(left):
            self.watched = True
            at(left, look)
        watch(expires / 1000)


def _without_anyones_doing(deaths):
    """Queues to which a message would come back by itself: nobody has rejected it since it was there."""
    found = []
    for death in deaths:
        if death['reason'] == 'rejected':
            break
        found.append(death['queue'])
    return found


class Count(int):
    """A number that is sent as a long one."""


def _with_death(deaths, queue, reason, entry):
    """The list of deaths with one more: the last one first, each pair of queue and reason once."""
    deaths = [dict(death) for death in deaths or ()]
    known = next((death for death in deaths if (death['queue'], death['reason']) == (queue, reason)), None)
    if known is not None:
        deaths.remove(known)
        known['count'] = Count(known['count'] + 1)
        return [dict(sorted(known.items())), *deaths]
    moment = datetime.fromtimestamp(int(time()), timezone.utc)
    death = {'count': Count(1), 'reason': reason, 'queue': queue, 'time': moment, 'exchange': entry.exchange, 'routing-keys': [entry.key]}
    if entry.properties.get('expiration') is not None:
        death['original-expiration'] = entry.properties['expiration']
    return [dict(sorted(death.items())) if deaths else death, *deaths]
