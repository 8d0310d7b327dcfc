"""What may stand in a text."""
from yaml.error import YAMLError


class ReaderError(YAMLError):
    """A character that may not be there."""

    def __init__(self, name, position, character, encoding, reason):
        self.name, self.position, self.character, self.encoding, self.reason = name, position, character, encoding, reason

    def __str__(self):
        return (f'unacceptable character #x{ord(self.character):04x}: {self.reason}\n'
                f'  in "{self.name}", position {self.position}')
