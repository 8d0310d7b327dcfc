"""A broker as RabbitMQ is one, in the memory of the run: virtual hosts with their exchanges, queues and bindings."""
import random

from _amqp_clock import now
from _amqp_errors import Refused, inequivalent, locked, no_exchange, no_queue, of_queue, on_default_exchange
from _amqp_exchange import Exchange, queues_for
from _amqp_queue import Queue

VERSION = '3.10.8'
PROPERTIES = {
    'capabilities': {'publisher_confirms': True, 'exchange_exchange_bindings': True, 'basic.nack': True, 'consumer_cancel_notify': True,
                     'connection.blocked': True, 'consumer_priorities': True, 'authentication_failure_close': True,
                     'per_consumer_qos': True, 'direct_reply_to': True},
    'cluster_name': 'rabbit@localhost', 'copyright': 'Copyright (c) 2007-2022 VMware, Inc. or its affiliates.',
    'information': 'Licensed under the MPL 2.0. Website: https://rabbitmq.com', 'platform': 'Erlang/OTP 25.2.3', 'product': 'RabbitMQ',
    'version': VERSION}
REPLY_TO = 'amq.rabbitmq.reply-to'
_KINDS = 'direct', 'fanout', 'topic', 'headers'
_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
_hosts, _random = {}, random.Random(5672)


def made_up():
    """22 letters, as RabbitMQ makes names of."""
    return ''.join(_random.choices(_LETTERS, k=22))


_NUMBERS = (('byte', -2**7, 2**7), ('short', -2**15, 2**15), ('unsignedshort', 0, 2**16), ('signedint', -2**31, 2**31),
            ('unsignedint', 0, 2**32))


def _flag(value):
    return "'true'" if value else "'false'"


def _kind_of(value, wide):
    """AMQP's name for the type of an argument; `wide`: the client sends no small numbers."""
    if isinstance(value, bool):
        return 'bool'
    if isinstance(value, int):
        if wide:
            return 'signedint' if -2**31 <= value < 2**31 else 'long'
        return next((kind for kind, least, end in _NUMBERS if least <= value < end), 'long')
    return {str: 'longstr', float: 'double', list: 'array', dict: 'table'}.get(type(value), 'void')


def _shown(value, kind):
    text = str(value).lower() if isinstance(value, bool) else value
    return f"the value '{text}' of type '{kind}'"


class Host:
    """A virtual host."""

    def __init__(self, name):
        self.name, self.queues, self.repliers = name, {}, {}
        self.exchanges = {'': Exchange('', 'direct', True)}
        for kind in (*_KINDS, 'match'):
            self.exchanges[f'amq.{kind}'] = Exchange(f'amq.{kind}', 'headers' if kind == 'match' else kind, True)
        self.exchanges['amq.rabbitmq.trace'] = Exchange('amq.rabbitmq.trace', 'topic', True, internal=True)

    @classmethod
    def named(cls, name):
        if name not in _hosts:
            _hosts[name] = cls(name)
        return _hosts[name]

    def exchange(self, name):
        if name not in self.exchanges:
            raise no_exchange(name, self.name)
        return self.exchanges[name]

    def queue(self, name, session):
        """A queue that this session may use."""
        found = self.queues.get(name)
        if found is None:
            raise no_queue(name, self.name)
        if found.owner not in (None, session):
            raise locked(name, self.name)
        return found

    # --- declarations ---

    def declare_exchange(self, name, kind, passive, durable, auto_delete, internal, arguments, wide):
        if not name:
            raise on_default_exchange()
        if passive:
            self.exchange(name)
            return
        if kind not in _KINDS:
            raise Refused(503, f"unknown exchange type '{kind}'")
        found, what = self.exchanges.get(name), f"exchange '{name}' in vhost '{self.name}'"
        if found is None:
            if name.startswith('amq.'):
                raise Refused(403, f"exchange name '{name}' contains reserved prefix 'amq.*'")
            self.exchanges[name] = Exchange(name, kind, durable, auto_delete, internal, arguments)
            return
        if found.kind != kind:
            raise inequivalent('type', what, f"'{kind}'", f"'{found.kind}'")
        for argument, given in (('durable', durable), ('auto_delete', auto_delete), ('internal', internal)):
            if getattr(found, argument) != given:
                raise inequivalent(argument, what, _flag(given), _flag(not given))
        self._compare(what, found.arguments, arguments, ('alternate-exchange',), wide)

    def declare_queue(self, name, passive, durable, exclusive, auto_delete, arguments, session, wide):
        if passive:
            return self.queue(name, session)
        durable = durable and not exclusive
        found = self.queues.get(name) if name else None
        if found is None:
            if name.startswith('amq.'):
                raise Refused(403, f"queue name '{name}' contains reserved prefix 'amq.*'")
            name = name or f'amq.gen-{made_up()}'
            what = of_queue(name, self.name)
            _check_arguments(arguments, what, wide)
            if arguments.get('x-queue-type', 'classic') != 'classic':
                for wrong, said in ((not durable and not exclusive, 'non-durable'), (exclusive, 'exclusive-owner'), (auto_delete, 'auto-delete')):
                    if wrong:
                        raise Refused(406, f"invalid property '{said}' for {what}")
                if 'x-max-priority' in arguments:
                    raise Refused(406, f"invalid arg 'x-max-priority' for {what} of queue type rabbit_{arguments['x-queue-type']}_queue")
            found = self.queues[name] = Queue(self, name, durable, auto_delete, session if exclusive else None, dict(arguments))
            return found
        if found.owner is not (session if exclusive else None):
            raise locked(name, self.name)
        what = of_queue(name, self.name)
        for argument, given in (('durable', durable), ('auto_delete', auto_delete)):
            if getattr(found, argument) != given:
                raise inequivalent(argument, what, _flag(given), _flag(not given))
        self._compare(what, found.arguments, arguments, _ARGUMENTS, wide)
        found.used = now()
        return found

    def _compare(self, what, current, given, names, wide):
        for name in names:
            mine, theirs = current.get(name), given.get(name)
            if mine == theirs:
                continue
            if mine is None or theirs is None:
                received, kept = ('none' if value is None else _shown(value, _kind_of(value, wide)) for value in (theirs, mine))
            else:
                received, kept = (_flag(value) if isinstance(value, bool) else f"'{value}'" for value in (theirs, mine))
            raise inequivalent(name, what, received, kept)

    # --- what comes to an end ---

    def unbound(self, exchange):
        """An exchange has lost a binding: some go with their last one."""
        if exchange.auto_delete and not exchange.bindings:
            self.delete_exchange(exchange)

    def _forget(self, destination):
        for exchange in list(self.exchanges.values()):
            kept = [binding for binding in exchange.bindings if binding[0] is not destination]
            if len(kept) < len(exchange.bindings):
                exchange.bindings = kept
                self.unbound(exchange)

    def delete_exchange(self, exchange):
        if self.exchanges.pop(exchange.name, None) is not None:
            self._forget(exchange)

    def delete_queue(self, queue):
        """Deletes it; gives how many messages were in it."""
        if queue.deleted:
            return 0
        queue.deleted = True
        self.queues.pop(queue.name, None)
        self._forget(queue)
        for consumer in queue.consumers():
            consumer.channel.lose(consumer)
        return queue.purge()

    # --- messages ---

    def deliver(self, message, exchange, without=()):
        """(how many queues have got it, whether one of them refused)."""
        _, _, _, key = message
        if not exchange.name and key.startswith(REPLY_TO):
            consumer = self.repliers.get(key)
            if consumer is not None:
                consumer.channel.deliver_reply(consumer, message)
            return int(consumer is not None), False
        queues = [queue for queue in queues_for(self, exchange, key, message[0].get('headers') or {}) if queue.name not in without]
        accepted = [queue.accept(message) for queue in queues]
        return len(queues), not all(accepted)


def _check_arguments(arguments, what, wide):
    def wrong(reason):
        raise Refused(406, f"invalid arg '{name}' for {what}: {reason}")
    for name, value in arguments.items():
        check = _ARGUMENTS.get(name)
        kind = _kind_of(value, wide)
        if check is None:
            continue
        if check == 'name':
            if kind != 'longstr':
                raise Refused(406, f"invalid type '{kind}' for arg '{name}' in {what.replace('queue', 'queue', 1)}")
        elif check == 'flag':
            if kind != 'bool':
                wrong(f'{{unacceptable_type,{kind}}}')
        elif isinstance(check, tuple):
            if kind != 'longstr':
                wrong(f'{{unacceptable_type,{kind}}}')
            if value not in check:
                wrong({'x-queue-type': f'"unsupported queue type \'{value}\'"',
                       'x-queue-mode': f'"unsupported queue mode \'{value}\'"'}.get(name, 'invalid_overflow'))
        elif isinstance(value, bool) or not isinstance(value, int):
            wrong(f'"expected integer, got {kind}"' if name in ('x-message-ttl', 'x-expires') else f'{{unacceptable_type,{kind}}}')
        elif value < 0:
            wrong(f'{{value_negative,{value}}}')
        elif not value and name == 'x-expires':
            wrong('{value_zero,0}')
        elif value > 255 and name == 'x-max-priority':
            wrong(f'{{max_value_exceeded,{value}}}')
    name = 'x-dead-letter-routing-key'
    if name in arguments and 'x-dead-letter-exchange' not in arguments:
        wrong('routing_key_but_no_dlx_defined')


_ARGUMENTS = {
    'x-expires': 'number', 'x-message-ttl': 'number', 'x-dead-letter-exchange': 'name', 'x-dead-letter-routing-key': 'name',
    'x-max-length': 'number', 'x-max-length-bytes': 'number', 'x-max-priority': 'number',
    'x-overflow': ('drop-head', 'reject-publish', 'reject-publish-dlx'), 'x-queue-mode': ('default', 'lazy'),
    'x-delivery-limit': 'number', 'x-single-active-consumer': 'flag', 'x-queue-type': ('classic', 'quorum', 'stream')}
