"""What a connection is on the broker's side: its channels, and what comes of each method that a client sends."""
from collections import deque

from _amqp_broker import PROPERTIES, REPLY_TO, Host, made_up
from _amqp_clock import at
from _amqp_errors import Refused, of_queue, on_default_exchange
from _amqp_queue import Consumer

# How long a frame is on its way, there and back.
TRIP = 0.001
CHANNELS, FRAME_SIZE, HEARTBEAT = 2047, 131072, 60


class Link:
    """A connection. Frames go and come as (channel, method's name, its fields, properties, body); `wide`: this client
    sends no small numbers; `told` is called when one has come, `inbox` holds them until the client takes them."""

    def __init__(self, told, wide=False):
        self.told, self.wide, self.inbox, self.host, self.user = told, wide, deque(), None, None
        self.channels, self.closed, self.ended = {}, False, False

    # --- the client's side ---

    def send(self, channel, name, fields=None, properties=None, body=b''):
        at(TRIP / 2, lambda: self._receive(channel, name, fields or {}, properties, body))

    def cut(self):
        """The client has gone away without a word."""
        at(TRIP / 2, self._end)

    # --- the broker's side ---

    def reply(self, channel, name, properties=None, body=b'', **fields):
        def arrive():
            self.inbox.append((channel, name, fields, properties, body))
            self.told()
        at(TRIP / 2, arrive)

    def _receive(self, number, name, fields, properties, body):
        if self.ended:
            return
        if not number:
            self._receive_own(name, fields)
            return
        if self.closed:
            return
        channel = self.channels.get(number)
        try:
            if name == 'Channel.Open':
                self.channels[number] = Channel(self, number)
                self.reply(number, 'Channel.OpenOk')
            elif channel is None:
                if name == 'Channel.CloseOk':
                    return
                raise Refused(504, "expected 'channel.open'")
            else:
                channel.receive(name, fields, properties, body)
        except Refused as refused:
            if refused.closes_connection:
                self._close(refused)
            else:
                channel.close_for(refused, name)

    def _receive_own(self, name, fields):
        if name == 'Header':
            self.reply(0, 'Connection.Start', version_major=0, version_minor=9, server_properties=PROPERTIES, mechanisms='PLAIN AMQPLAIN',
                       locales='en_US')
        elif name == 'Connection.StartOk':
            _, user, password = fields['response'].split('\0')
            # There is the user that RabbitMQ has at first; any other is believed.
            if user == 'guest' and password != 'guest':
                self._close(Refused(403, 'Login was refused using authentication mechanism PLAIN. For details see the broker logfile.'))
                return
            self.user = user
            self.reply(0, 'Connection.Tune', channel_max=CHANNELS, frame_max=FRAME_SIZE, heartbeat=HEARTBEAT)
        elif name == 'Connection.Open':
            host = fields['virtual_host']
            if host != '/' and self.user == 'guest':
                self._close(Refused(530, f'vhost {host} not found'))
                return
            self.host = Host.named(host)
            self.reply(0, 'Connection.OpenOk')
        elif name == 'Connection.Close':
            self.reply(0, 'Connection.CloseOk')
            self._end()
        elif name == 'Connection.CloseOk':
            self._end()
        elif name == 'Connection.UpdateSecret':
            self.reply(0, 'Connection.UpdateSecretOk')

    def _close(self, refused):
        self.closed = True
        self.reply(0, 'Connection.Close', reply_code=refused.code, reply_text=refused.text, class_id=0, method_id=0)
        self._leave()

    def _leave(self):
        for channel in list(self.channels.values()):
            channel.end()
        self.channels.clear()
        if self.host is not None:
            for queue in [queue for queue in self.host.queues.values() if queue.owner is self]:
                self.host.delete_queue(queue)

    def _end(self):
        if not self.ended:
            self.ended = self.closed = True
            self._leave()


class Channel:
    """`unanswered`: tag → (queue, entry, consumer) of messages that the client has. Once they are `limit`, no consumer gets
    more, not even those that need not answer."""

    def __init__(self, link, number):
        self.link, self.host, self.number = link, link.host, number
        self.tags, self.unanswered, self.consumers = 0, {}, {}
        self.limit, self.own_limit, self.last_queue = 0, 0, ''
        # How many messages have been published since confirms were asked for; None: they were not.
        self.published, self.transaction, self.closing = None, None, False
        self.reply_name = None

    def reply(self, name, properties=None, body=b'', **fields):
        self.link.reply(self.number, name, properties, body, **fields)

    def receive(self, name, fields, properties, body):
        if self.closing:
            if name in ('Channel.CloseOk', 'Channel.Close'):
                if name == 'Channel.Close':
                    self.reply('Channel.CloseOk')
                self.link.channels.pop(self.number, None)
            return
        if properties is not None:
            self._publish(fields, properties, body)
            return
        answer = getattr(self, '_' + name.lower().replace('.', '_'))(**fields)
        if answer is not None and not fields.get('nowait'):
            self.reply(answer[0], **answer[1])

    # --- its end ---

    def close_for(self, refused, name):
        from _amqp_methods import NUMBERS
        self.closing = True
        class_id, method_id = NUMBERS.get(name, (0, 0))
        self.reply('Channel.Close', reply_code=refused.code, reply_text=refused.text, class_id=class_id, method_id=method_id)
        self.end()

    def end(self):
        for queue, consumer in list(self.consumers.values()):
            if consumer is not None:
                self._drop(queue, consumer)
        self.consumers.clear()
        if self.reply_name is not None:
            self.host.repliers.pop(self.reply_name, None)
            self.reply_name = None
        given, self.unanswered = list(self.unanswered.values()), {}
        for queue in dict.fromkeys(queue for queue, _, _ in given):
            if not queue.deleted:
                queue.put_back([entry for of, entry, _ in given if of is queue])

    def _drop(self, queue, consumer):
        if not queue.deleted and queue.remove(consumer):
            self.host.delete_queue(queue)

    def _channel_close(self, **fields):
        self.end()
        self.link.channels.pop(self.number, None)
        return 'Channel.CloseOk', {}

    def _channel_flow(self, active):
        if not active:
            raise Refused(540, 'active=false')
        return 'Channel.FlowOk', {'active': True}

    # --- deliveries ---

    def can_take(self):
        return not self.limit or len(self.unanswered) < self.limit

    def deliver(self, queue, consumer, entry):
        self.tags += 1
        if not consumer.no_ack:
            consumer.taken += 1
            self.unanswered[self.tags] = queue, entry, consumer
        self.reply('Basic.Deliver', queue.properties_of(entry), entry.body, consumer_tag=consumer.tag, delivery_tag=self.tags,
                   redelivered=entry.redelivered, exchange=entry.exchange, routing_key=entry.key)

    def deliver_reply(self, consumer, message):
        self.tags += 1
        properties, body, exchange, key = message
        self.reply('Basic.Deliver', properties, body, consumer_tag=consumer.tag, delivery_tag=self.tags, redelivered=False,
                   exchange=exchange, routing_key=key)

    def lose(self, consumer):
        """Its queue has been deleted."""
        self.consumers.pop(consumer.tag, None)
        self.reply('Basic.Cancel', consumer_tag=consumer.tag, nowait=True)

    def _answered(self, tag, multiple, settle):
        """Has the messages up to a tag settled, or the one; `settle` gets (queue, entries)."""
        if tag not in self.unanswered and not (multiple and not tag):
            raise Refused(406, f'unknown delivery tag {tag}')
        tags = [known for known in self.unanswered if known <= tag or not tag] if multiple else [tag]
        given = [self.unanswered.pop(known) for known in tags]
        for _, _, consumer in given:
            if consumer is not None:
                consumer.taken -= 1
        if self.transaction is not None:
            self.transaction.append((lambda: self._settle(given, settle), dict(zip(tags, given))))
            return
        self._settle(given, settle)

    def _settle(self, given, settle):
        # Those that consumers of one tag have had go together.
        groups = {}
        for queue, entry, consumer in given:
            groups.setdefault((queue.name, '' if consumer is None else consumer.tag), (queue, []))[1].append(entry)
        for _, (queue, entries) in sorted(groups.items(), key=lambda group: group[0]):
            if not queue.deleted:
                queue.unblock(dispatch=False)
                settle(queue, entries)
                queue.dispatch()
        for queue in dict.fromkeys([*(queue for queue, _, _ in given), *(queue for queue, _ in self.consumers.values())]):
            if queue is not None and not queue.deleted:
                queue.unblock()

    def _basic_ack(self, delivery_tag, multiple=False):
        self._answered(delivery_tag, multiple, lambda queue, entries: None)

    def _basic_nack(self, delivery_tag, multiple=False, requeue=True):
        def settle(queue, entries):
            if requeue:
                queue.put_back(entries)
                return
            for entry in entries:
                queue.reject(entry)
        self._answered(delivery_tag, multiple, settle)

    def _basic_reject(self, delivery_tag, requeue=True):
        self._basic_nack(delivery_tag, False, requeue)

    def _basic_recover(self, requeue=False):
        self._answered(0, True, lambda queue, entries: queue.put_back(entries))
        return 'Basic.RecoverOk', {}

    _basic_recoverasync = _basic_recover

    # --- publishing ---

    def _publish(self, fields, properties, body):
        exchange = self.host.exchange(fields.get('exchange', ''))
        if exchange.internal:
            raise Refused(403, f"cannot publish to internal exchange '{exchange.name}' in vhost '{self.host.name}'")
        user, expiration = properties.get('user_id'), properties.get('expiration')
        if user is not None and user != self.link.user:
            raise Refused(406, f"user_id property set to '{user}' but authenticated user was '{self.link.user}'")
        if expiration is not None and not (expiration.removeprefix('-').isdigit() and int(expiration) >= 0):
            why = f'{{value_negative,{expiration}}}' if expiration.removeprefix('-').isdigit() else 'no_integer'
            raise Refused(406, f"invalid expiration '{expiration}': {why}")
        if fields.get('immediate'):
            raise Refused(540, 'immediate=true')
        if properties.get('reply_to') == REPLY_TO:
            if self.reply_name is None:
                raise Refused(406, 'fast reply consumer does not exist')
            properties = {**properties, 'reply_to': self.reply_name}
        tag = None
        if self.published is not None:
            self.published += 1
            tag = self.published

        def act():
            key = fields.get('routing_key', '')
            count, refused = self.host.deliver((properties, body, exchange.name, key), exchange)
            if not count and fields.get('mandatory'):
                self.reply('Basic.Return', properties, body, reply_code=312, reply_text='NO_ROUTE', exchange=exchange.name, routing_key=key)
            if tag is not None and refused:
                self.reply('Basic.Nack', delivery_tag=tag, multiple=True, requeue=False)
            elif tag is not None:
                self.reply('Basic.Ack', delivery_tag=tag, multiple=False)
        if self.transaction is not None:
            self.transaction.append((act, {}))
        else:
            act()

    def _confirm_select(self, nowait=False):
        if self.transaction is not None:
            raise Refused(406, 'cannot switch from tx to confirm mode')
        self.published = self.published or 0
        return 'Confirm.SelectOk', {}

    def _tx_select(self):
        if self.published is not None:
            raise Refused(406, 'cannot switch from confirm to tx mode')
        self.transaction = self.transaction or []
        return 'Tx.SelectOk', {}

    def _ended_transaction(self):
        if self.transaction is None:
            raise Refused(406, 'channel is not transactional')
        done, self.transaction = self.transaction, []
        return done

    def _tx_commit(self):
        for act, _ in self._ended_transaction():
            act()
        return 'Tx.CommitOk', {}

    def _tx_rollback(self):
        for _, given in self._ended_transaction():
            self.unanswered.update(given)
            for _, _, consumer in given.values():
                if consumer is not None:
                    consumer.taken += 1
        self.unanswered = dict(sorted(self.unanswered.items()))
        return 'Tx.RollbackOk', {}

    # --- consuming ---

    def _basic_qos(self, prefetch_size=0, prefetch_count=0, global_=False):
        if prefetch_size:
            raise Refused(540, f'prefetch_size!=0 ({prefetch_size})')
        # The channel's own limit ends where one is set for consumers to come.
        self.limit = prefetch_count if global_ else 0
        if not global_:
            self.own_limit = prefetch_count
        for queue, _ in list(self.consumers.values()):
            if queue is not None:
                queue.unblock()
        return 'Basic.QosOk', {}

    def _basic_consume(self, queue, consumer_tag='', no_local=False, no_ack=False, exclusive=False, nowait=False, arguments=None):
        tag = consumer_tag or f'amq.ctag-{made_up()}'
        if tag in self.consumers:
            raise Refused(530, f"attempt to reuse consumer tag '{tag}'")
        if queue == REPLY_TO:
            if not no_ack:
                raise Refused(406, 'reply consumer cannot acknowledge')
            if self.reply_name is not None:
                raise Refused(406, 'reply consumer already set')
            self.reply_name = f'{REPLY_TO}.{made_up()}{made_up()}.{made_up()}=='
            self.host.repliers[self.reply_name] = consumer = Consumer(self, tag, True, False, {}, 0)
            self.consumers[tag] = None, None
            self.reply('Basic.ConsumeOk', consumer_tag=tag)
            return
        found = self._queue(queue)
        others = found.consumers()
        alone = exclusive and found.arguments.get('x-single-active-consumer')
        if alone or others and (exclusive or any(other.exclusive for other in others)):
            raise Refused(403, f'{of_queue(found.name, self.host.name)} in exclusive use')
        consumer = Consumer(self, tag, no_ack, exclusive, arguments or {}, self.own_limit)
        self.consumers[tag] = found, consumer
        if not nowait:
            self.reply('Basic.ConsumeOk', consumer_tag=tag)
        found.add(consumer)

    def _basic_cancel(self, consumer_tag, nowait=False):
        queue, consumer = self.consumers.pop(consumer_tag, (None, None))
        if consumer is not None:
            self._drop(queue, consumer)
        elif self.reply_name is not None and self.host.repliers[self.reply_name].tag == consumer_tag:
            self.host.repliers.pop(self.reply_name)
            self.reply_name = None
        return 'Basic.CancelOk', {'consumer_tag': consumer_tag}

    def _basic_cancelok(self, consumer_tag):
        pass

    def _basic_get(self, queue, no_ack=False):
        found = self._queue(queue)
        entry = found.take()
        if entry is None:
            self.reply('Basic.GetEmpty', cluster_id='')
            return
        self.tags += 1
        if not no_ack:
            self.unanswered[self.tags] = found, entry, None
        self.reply('Basic.GetOk', found.properties_of(entry), entry.body, delivery_tag=self.tags, redelivered=entry.redelivered,
                   exchange=entry.exchange, routing_key=entry.key, message_count=len(found.entries))

    # --- exchanges and queues ---

    def _queue(self, name):
        return self.host.queue(name or self.last_queue, self.link)

    def _exchange_declare(self, exchange, exchange_type='direct', passive=False, durable=False, auto_delete=False, internal=False,
                          nowait=False, arguments=None):
        self.host.declare_exchange(exchange, exchange_type, passive, durable, auto_delete, internal, arguments or {}, self.link.wide)
        return 'Exchange.DeclareOk', {}

    def _exchange_delete(self, exchange, if_unused=False, nowait=False):
        if not exchange:
            raise on_default_exchange()
        found = self.host.exchanges.get(exchange)
        if found is not None:
            if exchange.startswith('amq.'):
                raise Refused(403, f"deletion of system exchange '{exchange}' in vhost '{self.host.name}' not allowed")
            if if_unused and found.bindings:
                raise Refused(406, f"exchange '{exchange}' in vhost '{self.host.name}' in use")
            self.host.delete_exchange(found)
        return 'Exchange.DeleteOk', {}

    def _bind(self, source, destination, key, arguments):
        if not source or not getattr(destination, 'name', ''):
            raise on_default_exchange()
        self.host.exchange(source).bind(destination, key, arguments or {})

    def _unbind(self, source, destination, key, arguments):
        exchange = self.host.exchanges.get(source)
        if not source:
            raise on_default_exchange()
        if exchange is not None and destination is not None and exchange.unbind(destination, key, arguments or {}):
            self.host.unbound(exchange)

    def _exchange_bind(self, destination, source, routing_key='', nowait=False, arguments=None):
        if source:
            self.host.exchange(source)
        self._bind(source, self.host.exchange(destination), routing_key, arguments)
        return 'Exchange.BindOk', {}

    def _exchange_unbind(self, destination, source, routing_key='', nowait=False, arguments=None):
        self._unbind(source, self.host.exchanges.get(destination), routing_key, arguments)
        return 'Exchange.UnbindOk', {}

    def _queue_declare(self, queue='', passive=False, durable=False, exclusive=False, auto_delete=False, nowait=False, arguments=None):
        name = queue or (self.last_queue if passive else '')
        found = self.host.declare_queue(name, passive, durable, exclusive, auto_delete, arguments or {}, self.link, self.link.wide)
        self.last_queue = found.name
        found.drop_expired()
        return 'Queue.DeclareOk', {'queue': found.name, 'message_count': len(found.entries), 'consumer_count': len(found.consumers())}

    def _queue_bind(self, queue, exchange, routing_key='', nowait=False, arguments=None):
        if exchange:
            self.host.exchange(exchange)
        self._bind(exchange, self._queue(queue), routing_key, arguments)
        return 'Queue.BindOk', {}

    def _queue_unbind(self, queue, exchange, routing_key='', arguments=None):
        self._unbind(exchange, self.host.queues.get(queue or self.last_queue), routing_key, arguments)
        return 'Queue.UnbindOk', {}

    def _queue_purge(self, queue='', nowait=False):
        return 'Queue.PurgeOk', {'message_count': self._queue(queue).purge()}

    def _queue_delete(self, queue='', if_unused=False, if_empty=False, nowait=False):
        name, count = queue or self.last_queue, 0
        if name in self.host.queues:
            found = self._queue(name)
            found.drop_expired()
            if if_unused and found.consumers():
                raise Refused(406, f'{of_queue(name, self.host.name)} in use')
            if if_empty and found.entries:
                raise Refused(406, f'{of_queue(name, self.host.name)} not empty')
            count = self.host.delete_queue(found)
        return 'Queue.DeleteOk', {'message_count': count}
