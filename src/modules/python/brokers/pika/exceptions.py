"""Errors; each says itself in its own way."""


class AMQPError(Exception):
    """`_text`: what its repr says behind the name of its class."""
    _text = None

    def __repr__(self):
        if self._text is None:
            return f'{type(self).__name__}: An unspecified AMQP error has occurred; {self.args}'
        return f'{type(self).__name__}: {self._text.format(*self.args, self=self)}'


class AMQPConnectionError(AMQPError):
    def __repr__(self):
        if self._text is not None:
            return super().__repr__()
        if len(self.args) == 2:
            return f'{type(self).__name__}: ({self.args[0]}) {self.args[1]}'
        return f'{type(self).__name__}: {self.args}'


class ConnectionOpenAborted(AMQPConnectionError):
    pass


class StreamLostError(AMQPConnectionError):
    pass


class IncompatibleProtocolError(AMQPConnectionError):
    _text = 'The protocol returned by the server is not supported: {self.args}'


class AuthenticationError(AMQPConnectionError):
    _text = 'Server and client could not negotiate use of the {0} authentication mechanism'


class ProbableAuthenticationError(AMQPConnectionError):
    _text = 'Client was disconnected at a connection stage indicating a probable authentication error: {self.args}'


class ProbableAccessDeniedError(AMQPConnectionError):
    _text = ('Client was disconnected at a connection stage indicating a probable denial of access to the specified virtual host: '
             '{self.args}')


class NoFreeChannels(AMQPConnectionError):
    _text = 'The connection has run out of free channels'


class ConnectionWrongStateError(AMQPConnectionError):
    def __repr__(self):
        if self.args:
            return super().__repr__()
        return f'{type(self).__name__}: The connection is in wrong state for the requested operation.'


class _Reply:
    """Why something has been closed."""

    def __init__(self, reply_code, reply_text):
        super().__init__(int(reply_code), str(reply_text))

    def __repr__(self):
        return f'{type(self).__name__}: ({self.reply_code}) {self.reply_text!r}'

    @property
    def reply_code(self):
        return self.args[0]

    @property
    def reply_text(self):
        return self.args[1]


class ConnectionClosed(_Reply, AMQPConnectionError):
    pass


class ConnectionClosedByBroker(ConnectionClosed):
    pass


class ConnectionClosedByClient(ConnectionClosed):
    pass


class ConnectionBlockedTimeout(AMQPConnectionError):
    pass


class AMQPHeartbeatTimeout(AMQPConnectionError):
    pass


class AMQPChannelError(AMQPError):
    def __repr__(self):
        return f'{type(self).__name__}: {self.args!r}' if self._text is None else super().__repr__()


class ChannelWrongStateError(AMQPChannelError):
    pass


class ChannelClosed(_Reply, AMQPChannelError):
    pass


class ChannelClosedByBroker(ChannelClosed):
    pass


class ChannelClosedByClient(ChannelClosed):
    pass


class DuplicateConsumerTag(AMQPChannelError):
    _text = 'The consumer tag specified already exists for this channel: {0}'


class ConsumerCancelled(AMQPChannelError):
    _text = 'Server cancelled consumer'


class _Messages(AMQPChannelError):
    """`messages`: those that came back."""
    _said = ''

    def __init__(self, messages):
        super().__init__(f'{len(messages)} {self._said}')
        self.messages = messages

    def __repr__(self):
        return f'{type(self).__name__}: {len(self.messages)} unroutable messages returned by broker'


class UnroutableError(_Messages):
    _said = 'unroutable message(s) returned'


class NackError(_Messages):
    _said = 'message(s) NACKed'


class InvalidChannelNumber(AMQPError):
    _text = 'An invalid channel number has been specified: {0}'


class ProtocolSyntaxError(AMQPError):
    _text = 'An unspecified protocol syntax error occurred'


class UnexpectedFrameError(ProtocolSyntaxError):
    _text = 'Received a frame out of sequence: {0!r}'


class ProtocolVersionMismatch(ProtocolSyntaxError):
    _text = 'Protocol versions did not match: {0!r} vs {1!r}'


class BodyTooLongError(ProtocolSyntaxError):
    _text = 'Received too many bytes for a message delivery: Received {0}, expected {1}'


class InvalidFrameError(ProtocolSyntaxError):
    _text = 'Invalid frame received: {0!r}'


class InvalidFieldTypeException(ProtocolSyntaxError):
    _text = 'Unsupported field kind {0}'


class UnsupportedAMQPFieldException(ProtocolSyntaxError):
    _text = 'Unsupported field kind {1.__class__}'


class MethodNotImplemented(AMQPError):
    pass


class ChannelError(Exception):
    def __repr__(self):
        return f'{type(self).__name__}: An unspecified error occurred with the Channel'


class ReentrancyError(Exception):
    pass


class ShortStringTooLong(AMQPError):
    def __repr__(self):
        return '%s: AMQP Short String can contain up to 255 bytes: %.300s' % (type(self).__name__, self.args[0])


class DuplicateGetOkCallback(ChannelError):
    def __repr__(self):
        return f'{type(self).__name__}: basic_get can only be called again after the callback for the previous basic_get is executed'
