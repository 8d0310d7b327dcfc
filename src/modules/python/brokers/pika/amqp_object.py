"""What frames and methods are like: they show the fields that differ from their class's."""


class AMQPObject:
    NAME, INDEX = 'AMQPObject', None

    def __repr__(self):
        items = [f'{key}={value}' for key, value in self.__dict__.items() if getattr(type(self), key, None) != value]
        return f'<{self.NAME}({sorted(items)})>' if items else f'<{self.NAME}>'

    def __eq__(self, other):
        return other is not None and self.__dict__ == other.__dict__

    __hash__ = None


class Class(AMQPObject):
    NAME = 'Unextended Class'


class Method(AMQPObject):
    NAME, synchronous = 'Unextended Method', False


class Properties(AMQPObject):
    NAME = 'Unextended Properties'
