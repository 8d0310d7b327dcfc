"""Errors: of connections, of channels, of messages that did not arrive."""


class AMQPError(Exception):
    reason = 'An unspecified AMQP error has occurred: %s'

    def __repr__(self):
        try:
            return f'<{type(self).__name__}: {self.reason % self.args}>'
        except TypeError:
            return f'<{type(self).__name__}: {self.args!r}>'


AMQPException = AMQPError


class AMQPConnectionError(AMQPError, ConnectionError):
    reason = 'Unexpected connection problem'

    def __repr__(self):
        return f'<{type(self).__name__}: {self.args!r}>' if self.args else AMQPError.__repr__(self)


# What the others say, by what they are.
_REASONS = {
    'AMQPError': {
        'AMQPChannelError': 'An unspecified AMQP channel error has occurred',
        'ProtocolSyntaxError': 'An unspecified protocol syntax error occurred'},
    'AMQPConnectionError': {
        'IncompatibleProtocolError': 'The protocol returned by the server is not supported',
        'AuthenticationError':
            'Server and client could not negotiate use of the authentication mechanisms. Server supports only %r, but client '
            'supports only %r.',
        'ProbableAuthenticationError': 'Client was disconnected at a connection stage indicating a probable authentication error: %s',
        'ConnectionClosed': 'The AMQP connection was closed (%s) %s'},
    'ConnectionClosed': {
        'ConnectionSyntaxError':
            'The sender sent a frame that contained illegal values for one or more fields. This strongly implies a programming '
            'error in the sending peer: %r',
        'ConnectionFrameError':
            'The sender sent a malformed frame that the recipient could not decode. This strongly implies a programming error in '
            'the sending peer: %r',
        'ConnectionCommandInvalid':
            'The client sent an invalid sequence of frames, attempting to perform an operation that was considered invalid by the '
            'server. This usually implies a programming error in the client: %r',
        'ConnectionChannelError':
            'The client attempted to work with a channel that had not been correctly opened. This most likely indicates a fault in '
            'the client layer: %r',
        'ConnectionUnexpectedFrame':
            'The peer sent a frame that was not expected, usually in the context of a content header and body. This strongly '
            "indicates a fault in the peer's content processing: %r",
        'ConnectionResourceError':
            'The server could not complete the method because it lacked sufficient resources. This may be due to the client '
            'creating too many of some type of entity: %r',
        'ConnectionNotAllowed':
            'The client tried to work with some entity in a manner that is prohibited by the server, due to security settings or '
            'by some other criteria: %r',
        'ConnectionNotImplemented': 'The client tried to use functionality that is not implemented in the server: %r',
        'ConnectionInternalError':
            ' The server could not complete the method because of an internal error. The server may require intervention by an '
            'operator in order to resume normal operations: %r'},
    'AMQPChannelError': {
        'ChannelClosed': 'The channel was closed (%s) %s'},
    'ChannelClosed': {
        'ChannelAccessRefused': 'The client attempted to work with a server entity to which it has no access due to security settings: %r',
        'ChannelNotFoundEntity': 'The client attempted to work with a server entity that does not exist: %r',
        'ChannelLockedResource':
            'The client attempted to work with a server entity to which it has no access because another client is working with '
            'it: %r',
        'ChannelPreconditionFailed': 'The client requested a method that was not allowed because some precondition failed: %r',
        'DuplicateConsumerTag': 'The consumer tag specified already exists for this channel: %s'},
    'ProtocolSyntaxError': {
        'InvalidFrameError': 'Invalid frame received: %r'}}
for _base, _said in _REASONS.items():
    for _name, _reason in _said.items():
        globals()[_name] = type(_name, (globals()[_base],), {'reason': _reason, '__module__': __name__})


class MethodNotImplemented(AMQPError):
    pass


_SHOWN = {'Basic.Nack': ('delivery_tag', 'multiple'), 'Basic.Reject': ('delivery_tag', 'requeue'),
          'Basic.Return': ('reply_code', 'reply_text', 'exchange', 'routing_key')}


class DeliveryError(AMQPError):
    __slots__ = 'message', 'frame'
    reason = 'Error when delivery message %r, frame %r'

    def __init__(self, message, frame, *args):
        self.message, self.frame = message, frame
        super().__init__(message, frame)

    def __str__(self):
        details = ', '.join(f'{name}={getattr(self.frame, name)!r}' for name in _SHOWN.get(self.frame.name, ()))
        return f'Message delivery failed: {self.frame.name}({details})'

    def __repr__(self):
        return f'<{type(self).__name__}: {self}>'


class PublishError(DeliveryError):
    reason = '%r for routing key %r'

    def __init__(self, message, frame, *args):
        assert message.delivery.name == 'Basic.Return'
        self.message, self.frame = message, frame
        super(DeliveryError, self).__init__(message.delivery.reply_text, message.delivery.routing_key, *args)


class ChannelInvalidStateError(RuntimeError):
    pass


_CHANNELS = {403: ChannelAccessRefused, 404: ChannelNotFoundEntity, 405: ChannelLockedResource, 406: ChannelPreconditionFailed}
_CONNECTIONS = {501: ConnectionFrameError, 502: ConnectionSyntaxError, 503: ConnectionCommandInvalid, 504: ConnectionChannelError,
                505: ConnectionUnexpectedFrame, 506: ConnectionResourceError, 530: ConnectionNotAllowed, 540: ConnectionNotImplemented,
                541: ConnectionInternalError}


def of_close(frame):
    """The error that a Close tells of."""
    found, otherwise = (_CHANNELS, ChannelClosed) if frame.name == 'Channel.Close' else (_CONNECTIONS, ConnectionClosed)
    kind = found.get(frame.reply_code)
    return otherwise(frame.reply_code, frame.reply_text) if kind is None else kind(frame.reply_text)
