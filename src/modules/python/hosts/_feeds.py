"""Hosts outside that speak over WebSockets: some say back what they are told, exchanges tell prices."""
import json
from time import time as _time

import _hosts
import _sockets
import _websocket

_EVERY = 1.0  # seconds between two things that an exchange tells


class Echo:
    """What is said comes back."""

    def __init__(self, host):
        self.host = host

    def greeting(self):
        return () if 'postman' in self.host or 'websocket.in' in self.host else ('Request served by 7811941c69e658',)

    def answers(self, kind, data):
        return ((kind, data),)

    tells = None


def _wanted(said):
    """The names of what a subscription is for."""
    found = next((said[name] for name in ('product_ids', 'pair', 'params', 'args') if said.get(name)), 'BTC-USD')
    if isinstance(found, dict):
        found = found.get('symbol') or 'BTC/USD'
    return [found] if isinstance(found, str) else [name for name in found if isinstance(name, str)] if isinstance(found, list) else []


class Exchange:
    """What was traded for how much: once a second, in the words that the host of that name uses."""

    def __init__(self, host, target):
        self.host, self.told = host, 0
        path, _, query = target.partition('?')
        self.wrapped = path.startswith('/stream')
        names = query.removeprefix('streams=').split('/') if self.wrapped else [path.removeprefix('/ws').strip('/')]
        self.streams = [name for name in names if '@' in name]
        self.asked = []

    def greeting(self):
        return ('{"info":"Welcome"}',) if 'bitmex' in self.host else ()

    def answers(self, kind, data):
        """To a subscription; anything else is not heard."""
        try:
            said = json.loads(data)
        except ValueError:
            return ()
        if not isinstance(said, dict):
            return ()
        method = next((said[name] for name in ('method', 'type', 'event', 'op') if said.get(name)), '')
        if not isinstance(method, str):
            return ()
        if method.lower() == 'subscribe':
            self.asked = _wanted(said)
            if 'binance' in self.host:
                self.streams += [name for name in self.asked if '@' in name]
                return ((_websocket.TEXT, json.dumps({'result': None, 'id': said.get('id')})),)
            told = {'type': 'subscriptions', 'channels': said.get('channels', [])} if 'coinbase' in self.host else {'success': True, 'event': 'subscribed', **said}
            return ((_websocket.TEXT, json.dumps(told)),)
        if method.lower() == 'unsubscribe':
            self.asked, self.streams = [], []
        return ((_websocket.TEXT, '{"event":"pong"}'),) if method == 'ping' else ()

    def _price(self, name):
        base = 93000.0 if 'btc' in name.lower() or 'xbt' in name.lower() else 3100.0 if 'eth' in name.lower() else 150.0
        return base * (1 + (self.told * 7 % 11 - 5) / 10000)

    def tells(self):
        """What is told now."""
        self.told += 1
        now = int(_time() * 1000)
        found = []
        for stream in self.streams:
            symbol, _, kind = stream.partition('@')
            price = f'{self._price(symbol):.8f}'
            told = {'e': kind.partition('_')[0] or 'trade', 'E': now, 's': symbol.upper()}
            if kind.startswith('kline'):
                told['k'] = {'t': now - now % 60000, 'T': now - now % 60000 + 59999, 's': symbol.upper(), 'i': kind.partition('_')[2], 'o': price, 'c': price,
                             'h': price, 'l': price, 'v': '12.50000000', 'n': self.told, 'x': self.told % 60 == 0}
            elif kind.endswith('icker'):
                told.update(p='12.50000000', P='0.100', c=price, o=price, h=price, l=price, v='1000.00000000', b=price, a=price)
            else:
                told.update(t=self.told, p=price, q=f'0.{self.told % 9 + 1:05}', T=now, m=self.told % 2 == 0)
            found.append({'stream': stream, 'data': told} if self.wrapped else told)
        if 'binance' not in self.host:
            found += [{'type': 'ticker', 'sequence': self.told, 'product_id': name, 'symbol': name, 'price': f'{self._price(name):.2f}',
                       'time': f'2026-01-01T00:00:{self.told % 60:02}Z', 'last_size': '0.01', 'side': ('buy', 'sell')[self.told % 2]} for name in self.asked]
        return [json.dumps(each) for each in found]


def of(host, target):
    """Who speaks at this host; None: it only answers requests."""
    name = host.partition(':')[0].lower()
    if 'echo' in name or name in ('ws.ifelse.io', 'ws.vi-server.org'):
        return Echo(name)
    if any(each in name for each in ('binance', 'coinbase', 'kraken', 'bitmex', 'bitfinex', 'bitstamp', 'bybit', 'okx')):
        return Exchange(name, target)
    return None


def serve(end, who, headers, waiting):
    """Speaks with a client until one of them has had enough."""
    protocol = headers.get('Sec-Websocket-Protocol', '').partition(',')[0].strip()
    frames = _websocket.Frames(client=False, limit=None)

    def say(kind, data):
        _hosts.send(end, frames.packed(kind, data.encode() if isinstance(data, str) else data))
    try:
        _hosts.sleep(_hosts.LATENCY)
        _hosts.send(end, (f'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: '
                          f'{_websocket.answer_to(headers.get("Sec-Websocket-Key", ""))}\r\n'
                          + (f'Sec-WebSocket-Protocol: {protocol}\r\n' if protocol else '') + '\r\n').encode())
        for text in who.greeting():
            say(_websocket.TEXT, text)
        frames.feed(waiting)
        while not (frames._error or end.closed or end.peer is None or end.peer.closed):
            if not frames._messages:
                try:
                    more = end.recv(65536)
                except BlockingIOError:
                    ready = end.wait(_sockets.READ, None if who.tells is None else _EVERY, 'read')
                    for text in () if ready or who.tells is None else who.tells():
                        say(_websocket.TEXT, text)
                    continue
                except OSError:
                    break
                if not more:
                    break
                frames.feed(more)
                if frames._messages:
                    _hosts.sleep(_hosts.LATENCY)
                continue
            kind, data, *_ = frames._messages.popleft()
            if kind == _websocket.CLOSE:
                say(_websocket.CLOSE, data.to_bytes(2) if data else b'')
                break
            if kind == _websocket.PING:
                say(_websocket.PONG, data)
            elif kind != _websocket.PONG:
                for answered, back in who.answers(kind, data):
                    say(answered, back)
    finally:
        end.close()
