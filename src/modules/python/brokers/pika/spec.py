"""The classes of AMQP's methods."""
import calendar
import struct
from datetime import datetime, timezone

from _amqp_methods import CLASSES, PROPERTIES
from pika import amqp_object, data
from pika.compat import as_bytes
from pika.delivery_mode import DeliveryMode

PROTOCOL_VERSION, PORT = (0, 9, 1), 5672
FRAME_METHOD, FRAME_HEADER, FRAME_BODY, FRAME_HEARTBEAT = 1, 2, 3, 8
FRAME_MIN_SIZE, FRAME_MAX_SIZE, REPLY_SUCCESS = 4096, 131072, 200
TRANSIENT_DELIVERY_MODE, PERSISTENT_DELIVERY_MODE = DeliveryMode.Transient.value, DeliveryMode.Persistent.value
# Why something is closed.
CONTENT_TOO_LARGE, NO_ROUTE, NO_CONSUMERS, CONNECTION_FORCED, INVALID_PATH = 311, 312, 313, 320, 402
ACCESS_REFUSED, NOT_FOUND, RESOURCE_LOCKED, PRECONDITION_FAILED, FRAME_ERROR, SYNTAX_ERROR = 403, 404, 405, 406, 501, 502
COMMAND_INVALID, CHANNEL_ERROR, UNEXPECTED_FRAME, RESOURCE_ERROR, NOT_ALLOWED, NOT_IMPLEMENTED = 503, 504, 505, 506, 530, 540
INTERNAL_ERROR = 541
# Fields that this library calls otherwise, and how numbers are written.
_NAMES = {'Basic.Qos': {'global_': 'global_qos'}, 'Exchange.Declare': {'exchange_type': 'type'}}
_NUMBERS = {'delivery_tag': '>Q', 'prefetch_size': '>I', 'message_count': '>I', 'consumer_count': '>I', 'frame_max': '>I'}
_TEXTS = 'routing_key', 'consumer_tag', 'queue', 'reply_text', 'reason', 'new_secret'
by_name = {}


class _Method(amqp_object.Method):
    _fields, _as_sent = {}, {}

    def __init__(self, *args, **kwargs):
        if len(args) > len(self._fields):
            raise TypeError(f'{type(self).__name__}.__init__() takes {len(self._fields) + 1} positional arguments but {len(args) + 1} were given')
        given = dict(zip(self._fields, args))
        for name in kwargs:
            if name not in self._fields or name in given:
                raise TypeError(f'{type(self).__name__}.__init__() got an unexpected keyword argument {name!r}')
        given.update(kwargs)
        for name, default in self._fields.items():
            setattr(self, name, given.get(name, None if default == {} else default))

    def as_sent(self):
        """The fields by their names in AMQP; what cannot be written fails."""
        pieces, fields, bits = [], {}, []
        for name, default in self._fields.items():
            value = getattr(self, name)
            if isinstance(default, bool):
                bits.append(bool(value))
            elif bits:
                pieces.append(bytes([sum(bit << at for at, bit in enumerate(bits))]))
                bits = []
            if isinstance(default, bool):
                value = bool(value)
            elif default == {}:
                data.encode_table(pieces, value)
                value = data.sent(value or {})
            elif isinstance(default, str) or name in _TEXTS:
                assert isinstance(value, (str, bytes)), f'A non-string value was supplied for self.{name}'
                data.encode_short_string(pieces, value)
            elif value is not None:
                pieces.append(struct.pack(_NUMBERS.get(name, '>H'), value))
            if name != 'ticket':
                fields[self._as_sent.get(name, name)] = value
        return fields


def _made(kind, class_id, methods):
    inner = {'INDEX': class_id, 'NAME': kind, '__module__': __name__}
    for number, name, waits, fields in methods:
        full = f'{kind}.{name}'
        names = _NAMES.get(full, {})
        made = type(name, (_Method,), {
            'INDEX': class_id << 16 | number, 'NAME': full, 'synchronous': waits, '__module__': __name__, '__qualname__': full,
            '_fields': {names.get(field, field): default for field, default in fields.items()},
            '_as_sent': {mine: theirs for theirs, mine in names.items()}})
        inner[name] = by_name[full] = made
    return type(kind, (amqp_object.Class,), inner)


Connection, Channel, Exchange, Queue, Basic, Tx, Confirm = (_made(kind, *found) for kind, found in CLASSES.items())


class BasicProperties(amqp_object.Properties):
    CLASS, INDEX, NAME = Basic, 0x003C, 'BasicProperties'

    def __init__(self, content_type=None, content_encoding=None, headers=None, delivery_mode=None, priority=None, correlation_id=None,
                 reply_to=None, expiration=None, message_id=None, timestamp=None, type=None, user_id=None, app_id=None, cluster_id=None):
        self.content_type, self.content_encoding, self.headers = content_type, content_encoding, headers
        self.delivery_mode = delivery_mode.value if isinstance(delivery_mode, DeliveryMode) else delivery_mode
        self.priority, self.correlation_id, self.reply_to, self.expiration = priority, correlation_id, reply_to, expiration
        self.message_id, self.timestamp, self.type, self.user_id = message_id, timestamp, type, user_id
        self.app_id, self.cluster_id = app_id, cluster_id

    def as_sent(self):
        pieces, fields = [], {}
        for name in PROPERTIES:
            value = getattr(self, name)
            if value is None:
                continue
            if name == 'headers':
                data.encode_table(pieces, value)
                value = data.sent(value)
            elif name in ('delivery_mode', 'priority'):
                pieces.append(struct.pack('B', value))
            elif name == 'timestamp':
                pieces.append(struct.pack('>Q', value))
                value = datetime.fromtimestamp(value, timezone.utc)
            else:
                assert isinstance(value, (str, bytes)), f'A non-string value was supplied for self.{name}'
                data.encode_short_string(pieces, value)
                value = as_bytes(value).decode(errors='replace')
            fields[name] = value
        return fields

    @classmethod
    def of(cls, sent):
        given = dict(sent)
        if given.get('headers') is not None:
            given['headers'] = data.received(given['headers'])
        if isinstance(given.get('timestamp'), datetime):
            given['timestamp'] = calendar.timegm(given['timestamp'].utctimetuple())
        return cls(**given)
