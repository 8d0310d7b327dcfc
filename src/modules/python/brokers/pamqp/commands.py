"""The classes of AMQP's methods, each with its number, its fields and what may answer it."""
from _amqp_methods import CLASSES, PROPERTIES
from pamqp import base, encode


class _Properties(base.BasicProperties):
    """What a message says of itself."""
    __slots__ = ['message_type' if name == 'type' else name for name in PROPERTIES]
    frame_id, index, name = 60, 0x003C, 'Basic.Properties'
    _defaults = {'cluster_id': ''}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.validate()

    def as_sent(self):
        """The properties that arrive, by their names in AMQP."""
        sent = {}
        for name, value in self:
            if value is not None and value != '':
                sent['type' if name == 'message_type' else name] = _ENCODERS.get(name, encode.short_string)(value)
        return sent

    @classmethod
    def of(cls, sent):
        return cls(**{'message_type' if name == 'type' else name: value for name, value in sent.items()})


_ENCODERS = {'headers': encode.table, 'delivery_mode': encode.octet, 'priority': encode.octet, 'timestamp': encode.timestamp}
by_name, INDEX_MAPPING = {}, {}


def _made(kind, class_id, methods):
    inner = {'__slots__': [], '__qualname__': kind, 'frame_id': class_id, 'index': class_id << 16}
    every = [name for _, name, _, _ in methods]
    for number, name, waits, fields in methods:
        answers = [f'{kind}.{answer}' for answer in (f'{name}Ok', f'{name}Empty') if waits and answer in every]
        index = class_id << 16 | number
        made = type(name, (base.Frame,), {
            '__slots__': list(fields), '_defaults': fields, '__module__': __name__, '__qualname__': f'{kind}.{name}', 'frame_id': number,
            'index': index, 'name': f'{kind}.{name}', 'synchronous': waits, 'valid_responses': answers})
        inner[name] = by_name[made.name] = INDEX_MAPPING[index] = made
    if kind == 'Basic':
        _Properties.__name__, _Properties.__qualname__ = 'Properties', 'Basic.Properties'
        inner['Properties'] = _Properties
    return type(kind, (), {**inner, '__module__': __name__})


Connection, Channel, Exchange, Queue, Basic, Tx, Confirm = (_made(kind, *found) for kind, found in CLASSES.items())
