"""`ping` of the simulated machine: hosts outside answer as late as they do to requests."""
import socket
import sys
import time
from _command_lines import fail, options, say
from _host_names import is_ours, named

_TTL_NEAR, _TTL_FAR = 64, 56
_PATIENCE = 10


def _milliseconds(seconds):
    """As iputils writes a round trip: three figures at most."""
    ms = seconds * 1000
    return f'{ms:.0f}' if ms >= 100 else f'{ms:.1f}' if ms >= 10 else f'{ms:.2f}' if ms >= 1 else f'{ms:.3f}'


def _delay(address):
    """Seconds until an answer; None: none ever comes, as to those that no connection reaches."""
    if is_ours(address):
        return 0
    import _hosts
    return None if _hosts.how(address, named.get(address, address), 80) == 'silent' else _hosts.LATENCY


def _number(given, letter, kind, least, usual, most=2147483647):
    if letter not in given:
        return usual
    try:
        number = kind(given[letter])
    except ValueError:
        fail('ping', f"invalid argument: '{given[letter]}'", 1, hint=False)
    if number < least:
        fail('ping', f"invalid argument: '{given[letter]}': out of range: {least} <= value <= {most}", 1, hint=False)
    return number


class _Pings:
    """What has been sent, and what came back."""

    def __init__(self, host, address, given):
        self.host, self.address, self.quiet = host, address, 'q' in given
        self.size, self.ttl = _number(given, 's', int, 0, 56), _TTL_NEAR if is_ours(address) else _TTL_FAR
        named = 'n' not in given and host != address
        self.shown = f'{host} ({address})' if named else address
        self.sent, self.trips, self.most = 0, [], 1
        self.began = self.last = time.monotonic()

    def arrived(self, trip):
        self.trips.append(trip)
        if not self.quiet:
            print(f'{self.size + 8} bytes from {self.shown}: icmp_seq={len(self.trips)} ttl={self.ttl} time={_milliseconds(trip)} ms')
            sys.stdout.flush()

    def run(self, count, interval, patience, deadline):
        delay, end = _delay(self.address), self.began + deadline
        while True:
            now = time.monotonic()
            due = self.began + self.sent * interval if self.sent < count else None
            back = None if delay is None or len(self.trips) == self.sent else self.began + len(self.trips) * interval + delay
            if due is None and back is None:
                if len(self.trips) == self.sent:
                    return
                back = min(self.last + patience, end)
                time.sleep(max(0, back - now))
                return
            following = min(moment for moment in (due, back) if moment is not None)
            if following >= end:
                time.sleep(max(0, end - now))
                return
            time.sleep(max(0, following - now))
            if following == back:
                self.arrived(delay)
            else:
                self.sent, self.last = self.sent + 1, time.monotonic()
                self.most = max(self.most, self.sent - len(self.trips))

    def summary(self):
        print(f'\n--- {self.host} ping statistics ---')
        lost = (self.sent - len(self.trips)) * 100 / max(self.sent, 1)
        print(f'{self.sent} packets transmitted, {len(self.trips)} received, {lost:.6g}% packet loss, time {(self.last - self.began) * 1000:.0f}ms')
        if not self.trips:
            print()
            return
        mean = sum(self.trips) / len(self.trips)
        apart = (sum((trip - mean) ** 2 for trip in self.trips) / len(self.trips)) ** 0.5
        figures = '/'.join(f'{seconds * 1000:.3f}' for seconds in (min(self.trips), mean, max(self.trips), apart))
        print(f'rtt min/avg/max/mdev = {figures} ms' + (f', pipe {self.most}' if self.most > 1 else ''))


def _ping(args):
    given, hosts = options('ping', args, 'qn46bD', 'ciWwst', {}, 'aABdfhLOrRUvV3CeFHIlmMpNQST', 2)
    if not hosts:
        say('ping: usage error: Destination address required')
        return 1
    if len(hosts) > 1:
        import _frames
        _frames.not_supported('ping by way of other hosts', 'one host')
    host = hosts[0]
    count = _number(given, 'c', int, 1, float('inf'), 2 ** 63 - 1)
    interval, patience = _number(given, 'i', float, 0, 1), _number(given, 'W', float, 0, _PATIENCE)
    deadline = _number(given, 'w', int, 1, float('inf'))
    try:
        address = socket.gethostbyname(host)
    except socket.gaierror as exc:
        say(f'ping: {host}: {exc.strerror}')
        return 2
    pings = _Pings(host, address, given)
    print(f'PING {host} ({address}) {pings.size}({pings.size + 28}) bytes of data.')
    try:
        pings.run(count, interval, patience, deadline)
    except KeyboardInterrupt:
        pass
    pings.summary()
    return 0 if pings.trips and (len(pings.trips) >= count or count == float('inf') or deadline == float('inf')) else 1


PROGRAMS = {'ping': _ping}
