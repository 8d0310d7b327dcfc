"""Errors of frames."""


class PAMQPException(Exception):
    """What all of them are."""


class UnmarshalingException(PAMQPException):
    def __str__(self):
        return f'Could not unmarshal {self.args[0]} frame: {self.args[1]}'
