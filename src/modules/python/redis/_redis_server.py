"""The simulated Redis server: its databases, and its clients with their transactions, subscriptions and waits.

A client's request is executed when it arrives; replies, and what other clients publish, come to its `deliver`. Time is the
machine's (`time.time`), so keys expire under the virtual clock.
"""
import _thread
import random
import time
from _redis_values import OK, QUEUED, WRONG_TYPE, ReplyError

VERSION = '7.2.4'
DATABASES = 16
# name -> (function of a session and its arguments, how many words with the name (at least, if negative), marks)
COMMANDS = {}


def command(name, arity, marks=''):
    """Marks: w for what changes a value, s for what a subscriber may call, n for what is not queued, x for what scripts may not call."""
    def keep(function):
        COMMANDS[name] = function, arity, marks
        return function
    return keep


class Blocked(Exception):
    """A command waits until one of its keys has something, `seconds` long or, with 0, as long as it takes."""

    def __init__(self, keys, seconds, arguments, otherwise=None):
        self.keys, self.seconds, self.arguments, self.otherwise = keys, seconds, arguments, otherwise


def now():
    """Milliseconds since 1970."""
    return int(time.time() * 1000)


class Database:
    def __init__(self, server, number):
        self.server, self.number, self.values, self.expires = server, number, {}, {}

    def find(self, key, kind=None):
        """A key's value, or None."""
        if key in self.expires and self.expires[key] <= now():
            self.drop(key)
            self.server.expired += 1
        value = self.values.get(key)
        if kind is not None and value is not None and type(value) is not kind:
            raise ReplyError(WRONG_TYPE)
        return value

    def make(self, key, kind):
        """A key's value, which is made if there is none: something is put into it at once, and `changed` called."""
        value = self.find(key, kind)
        if value is None:
            value = self.values[key] = kind()
        return value

    def store(self, key, value, expires=None):
        """Sets a key, whatever it was. `expires`: when, in milliseconds since 1970."""
        self.values.pop(key, None)
        self.values[key] = value
        self.expires.pop(key, None)
        if expires is not None:
            self.expires[key] = expires
        self.changed(key)

    def drop(self, key):
        """Whether there was such a key."""
        self.expires.pop(key, None)
        there = self.values.pop(key, None) is not None
        if there:
            self.changed(key)
        return there

    def changed(self, key):
        """Tells those who watch a key or wait for it; what has become empty is no more."""
        value = self.values.get(key)
        if value is not None and type(value) is not bytes and not value and not getattr(value, 'stays', False):
            del self.values[key]
            self.expires.pop(key, None)
        server, place = self.server, (self.number, key)
        server.changes += 1
        for session in server.watchers.get(place, ()):
            session.dirty = True
        if place in server.waiting:
            server.ready.append(place)

    def purge(self):
        """Drops all that has expired."""
        moment = now()
        for key in [key for key, when in self.expires.items() if when <= moment]:
            self.find(key)

    def clear(self):
        for key in list(self.values):
            self.drop(key)


class Server:
    def __init__(self):
        self.databases = [Database(self, number) for number in range(DATABASES)]
        self.sessions, self.watchers, self.waiting, self.ready = {}, {}, {}, []
        self.channels, self.patterns, self.shards, self.scripts = {}, {}, {}, {}
        self.serial = self.changes = self.calls = self.expired = self.connections = self.hits = self.misses = 0
        self.started, self.random = time.time(), random.Random(6379)
        self.settings, self.lock = {}, _thread._part_rlock()

    def serve(self):
        """Tries again what waits for keys that have something now, those first that came first."""
        while self.ready:
            for session in list(self.waiting.get(self.ready.pop(0), ())):
                if session.wait is not None:
                    session.retry()


class Session:
    """A client of the server. `deliver`: what is called with each reply."""

    def __init__(self, server, deliver, address):
        self.server, self.deliver, self.address = server, deliver, address
        server.serial += 1
        server.connections += 1
        self.id, self.name, self.library, self.since, self.last = server.serial, b'', {}, time.time(), 'NULL'
        self.database, self.user = server.databases[0], b'default'
        self.queue, self.broken, self.watched, self.dirty = None, False, [], False
        self.channels, self.patterns, self.shards = {}, {}, {}
        self.wait = self.deadline = None
        self.asked = None
        server.sessions[self.id] = self

    def close(self):
        from _redis_pubsub import leave
        self.unwatch()
        self._end_wait()
        leave(self)
        self.server.sessions.pop(self.id, None)

    # --- requests ---

    def execute(self, words):
        """Executes a request, a list of bytes."""
        try:
            reply = self._executed(words)
        except Blocked as wait:
            self._begin_wait(words, wait)
        except ReplyError as error:
            self.deliver(error)
        else:
            if reply is not _NONE:
                self.deliver(reply)
        self.server.serve()

    def _executed(self, words):
        name = words[0].upper().decode('latin-1')
        self.server.calls += 1
        self.asked = time.time()
        try:
            function, marks = self.checked(name, words)
        except ReplyError:
            self.broken = self.queue is not None
            raise
        if (self.channels or self.patterns or self.shards) and 's' not in marks:
            raise ReplyError(f"ERR Can't execute '{name.lower()}': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed "
                             'in this context')
        if self.queue is not None and 'n' not in marks:
            self.queue.append((function, words[1:]))
            return QUEUED
        self.last = name.lower()
        return function(self, words[1:])

    def checked(self, name, words):
        """(function, marks) of a command."""
        found = COMMANDS.get(name)
        if found is None:
            shown = words[0].decode('utf-8', 'replace')
            given = ' '.join(f"'{word.decode('utf-8', 'replace')[:128]}'" for word in words[1:])
            raise ReplyError(f"ERR unknown command '{shown[:128]}', with args beginning with: {given + ' ' if given else ''}")
        function, arity, marks = found
        if len(words) != arity if arity > 0 else len(words) < -arity:
            raise ReplyError(f"ERR wrong number of arguments for '{name.lower()}' command")
        return function, marks

    def call(self, words):
        """What a script's call gives."""
        name = words[0].upper().decode('latin-1')
        if name not in COMMANDS:
            raise ReplyError('ERR Unknown Redis command called from script')
        function, marks = self.checked(name, words)
        if 'x' in marks:
            raise ReplyError('ERR This Redis command is not allowed from script')
        try:
            return function(self, words[1:])
        except Blocked as wait:
            return wait.otherwise

    # --- waits ---

    def _begin_wait(self, words, wait):
        function = COMMANDS[words[0].upper().decode('latin-1')][0]
        self.wait = function, wait
        self.deadline = time.time() + wait.seconds if wait.seconds else None
        for key in wait.keys:
            self.server.waiting.setdefault((self.database.number, key), []).append(self)

    def _end_wait(self):
        if self.wait is not None:
            for key in self.wait[1].keys:
                place = self.database.number, key
                others = self.server.waiting.get(place, [])
                if self in others:
                    others.remove(self)
                if not others:
                    self.server.waiting.pop(place, None)
            self.wait = self.deadline = None

    def retry(self):
        function, wait = self.wait
        try:
            reply = function(self, wait.arguments)
        except Blocked:
            return
        except ReplyError as error:
            reply = error
        self._end_wait()
        self.deliver(reply)

    def give_up(self, error=None):
        """Ends a wait: its time is over, or somebody unblocks it."""
        otherwise = self.wait[1].otherwise
        self._end_wait()
        self.deliver(error if error is not None else otherwise)

    # --- transactions ---

    def unwatch(self):
        for place in self.watched:
            others = self.server.watchers.get(place, set())
            others.discard(self)
            if not others:
                self.server.watchers.pop(place, None)
        self.watched, self.dirty = [], False


_NONE = object()
_servers = {}


def server_of(address):
    """The server behind an address."""
    if address not in _servers:
        import _redis_commands
        _servers[address] = Server()
    return _servers[address]


@command('MULTI', 1, 'nx')
def _multi(session, words):
    if session.queue is not None:
        raise ReplyError('ERR MULTI calls can not be nested')
    session.queue, session.broken = [], False
    return OK


@command('EXEC', 1, 'nx')
def _exec(session, words):
    queue, broken, dirty = session.queue, session.broken, session.dirty
    if queue is None:
        raise ReplyError('ERR EXEC without MULTI')
    for number, key in session.watched:
        session.server.databases[number].find(key)
    dirty = dirty or session.dirty
    session.queue = None
    session.unwatch()
    if broken:
        raise ReplyError('EXECABORT Transaction discarded because of previous errors.')
    if dirty:
        return None
    replies = []
    for function, arguments in queue:
        try:
            replies.append(function(session, arguments))
        except Blocked as wait:
            replies.append(wait.otherwise)
        except ReplyError as error:
            replies.append(error)
    return replies


@command('DISCARD', 1, 'nx')
def _discard(session, words):
    if session.queue is None:
        raise ReplyError('ERR DISCARD without MULTI')
    session.queue = None
    session.unwatch()
    return OK


@command('WATCH', -2, 'nx')
def _watch(session, words):
    if session.queue is not None:
        raise ReplyError('ERR WATCH inside MULTI is not allowed')
    for key in words:
        place = session.database.number, key
        session.database.find(key)
        session.watched.append(place)
        session.server.watchers.setdefault(place, set()).add(session)
    return OK


@command('UNWATCH', 1)
def _unwatch(session, words):
    session.unwatch()
    return OK
