"""Exchanges: who gets a message."""
from _amqp_errors import Refused


def _parts_match(pattern, key):
    """Whether the words of a topic match: `*` stands for one, `#` for any number."""
    if not pattern:
        return not key
    if pattern[0] == '#':
        return any(_parts_match(pattern[1:], key[n:]) for n in range(len(key) + 1))
    return bool(key) and pattern[0] in ('*', key[0]) and _parts_match(pattern[1:], key[1:])


def _same(one, other):
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def _headers_match(wanted, headers):
    how = wanted.get('x-match', 'all')
    with_x = how.endswith('-with-x')
    compared = [(name, value) for name, value in wanted.items() if name != 'x-match' and (with_x or not name.startswith('x-'))]
    found = [name in headers and (value is None or _same(headers[name], value)) for name, value in compared]
    return all(found) if how.startswith('all') else any(found)


class Exchange:
    """`bindings`: (destination, key, arguments), in the order they were made; destinations are queues or exchanges."""

    def __init__(self, name, kind, durable=False, auto_delete=False, internal=False, arguments=None):
        self.name, self.kind, self.durable, self.auto_delete, self.internal = name, kind, durable, auto_delete, internal
        self.arguments, self.bindings = dict(arguments or {}), []

    def bind(self, destination, key, arguments):
        how = arguments.get('x-match')
        if self.kind == 'headers' and how not in (None, 'all', 'any', 'all-with-x', 'any-with-x'):
            shown = f'<<"{how}">>' if isinstance(how, str) else how
            raise Refused(406, f'Invalid x-match field value {shown}; expected all, any, all-with-x, or any-with-x')
        binding = destination, key, dict(arguments)
        if binding not in self.bindings:
            self.bindings.append(binding)

    def unbind(self, destination, key, arguments):
        """Whether there was such a binding."""
        binding = destination, key, dict(arguments)
        if binding not in self.bindings:
            return False
        self.bindings.remove(binding)
        return True

    def destinations(self, key, headers):
        if self.kind == 'fanout':
            return [destination for destination, _, _ in self.bindings]
        if self.kind == 'headers':
            return [destination for destination, _, wanted in self.bindings if _headers_match(wanted, headers)]
        if self.kind == 'topic':
            words = key.split('.') if key else []
            return [destination for destination, pattern, _ in self.bindings
                    if _parts_match(pattern.split('.') if pattern else [], words)]
        return [destination for destination, wanted, _ in self.bindings if wanted == key]


def queues_for(host, exchange, key, headers):
    """The queues that a message goes to, each once; an alternate exchange gets what nobody wants."""
    found, seen, ahead = [], {exchange.name}, [exchange]
    while ahead:
        current = ahead.pop(0)
        if not current.name:
            destinations = [host.queues[key]] if key in host.queues else []
        else:
            destinations = current.destinations(key, headers)
        if not destinations:
            destinations = [host.exchanges[name] for name in [current.arguments.get('alternate-exchange')] if name in host.exchanges]
        for destination in destinations:
            if not isinstance(destination, Exchange):
                if destination not in found:
                    found.append(destination)
            elif destination.name not in seen:
                seen.add(destination.name)
                ahead.append(destination)
    return found
