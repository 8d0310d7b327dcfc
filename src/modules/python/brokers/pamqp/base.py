"""What frames are: slots that can be asked for by name."""
import re

_NAMES = re.compile(r'^[a-zA-Z0-9-_.:@#,/+ ]*$')
_LENGTHS = {'exchange': 127, 'source': 127, 'destination': 127, 'queue': 256, 'virtual_host': 127}


class _AMQData:
    __slots__ = []
    name = '_AMQData'
    _defaults = {}

    def __init__(self, *args, **kwargs):
        names = self.__slots__
        if len(args) > len(names):
            raise TypeError(f'{type(self).__qualname__}.__init__() takes {len(names) + 1} positional arguments but {len(args) + 1} were given')
        given = dict(zip(names, args))
        for name, value in kwargs.items():
            if name not in names:
                raise TypeError(f'{type(self).__qualname__}.__init__() got an unexpected keyword argument {name!r}')
            if name in given:
                raise TypeError(f'{type(self).__qualname__}.__init__() got multiple values for argument {name!r}')
            given[name] = value
        for name in names:
            value = given.get(name, self._defaults.get(name))
            setattr(self, name, {} if value is None and self._defaults.get(name) == {} else value)

    def __contains__(self, item):
        return item in self.__slots__

    def __getitem__(self, item):
        return getattr(self, item)

    def __iter__(self):
        for name in self.__slots__:
            yield name, getattr(self, name)

    def __len__(self):
        return len(self.__slots__)

    def __repr__(self):
        return f'<{self.name} object at {hex(id(self))}>'

    @classmethod
    def attributes(cls):
        return cls.__slots__


class Frame(_AMQData):
    frame_id, index, synchronous, valid_responses = 0, 0, False, []

    def validate(self):
        for name, most in _LENGTHS.items():
            value = getattr(self, name, None)
            if value is None:
                continue
            if len(value) > most:
                raise ValueError(f'Max length exceeded for {name}')
            if name != 'virtual_host' and not _NAMES.fullmatch(value):
                raise ValueError(f'Invalid value for {name}')

    def marshal(self):
        from _frames import not_supported
        not_supported('pamqp.base.Frame.marshal', 'aiormq, which speaks with the simulated broker')


class BasicProperties(_AMQData):
    name = 'BasicProperties'

    def __eq__(self, other):
        if not isinstance(other, BasicProperties):
            return NotImplemented
        return all(getattr(self, name, None) == getattr(other, name, None) for name in self.__slots__)

    __hash__ = None

    def validate(self):
        if self.cluster_id != '':
            raise ValueError('cluster_id must be empty')
        if self.delivery_mode not in (None, 1, 2):
            raise ValueError(f'Invalid delivery_mode value: {self.delivery_mode}')
