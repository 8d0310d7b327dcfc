"""What the broker refuses, in RabbitMQ's words."""

_NAMES = {311: 'CONTENT_TOO_LARGE', 403: 'ACCESS_REFUSED', 404: 'NOT_FOUND', 405: 'RESOURCE_LOCKED', 406: 'PRECONDITION_FAILED',
          503: 'COMMAND_INVALID', 504: 'CHANNEL_ERROR', 530: 'NOT_ALLOWED', 540: 'NOT_IMPLEMENTED'}


class Refused(Exception):
    """Closes the channel, or the connection where the code is such."""

    def __init__(self, code, text):
        self.code, self.text = code, f'{_NAMES[code]} - {text}'

    @property
    def closes_connection(self):
        return self.code >= 500


def of_queue(name, host):
    return f"queue '{name}' in vhost '{host}'"


def no_queue(name, host):
    return Refused(404, f'no {of_queue(name, host)}')


def no_exchange(name, host):
    return Refused(404, f"no exchange '{name}' in vhost '{host}'")


def locked(name, host):
    return Refused(405, f'cannot obtain exclusive access to locked {of_queue(name, host)}. It could be originally declared on another '
                        'connection or the exclusive property value does not match that of the original declaration.')


def inequivalent(argument, what, received, current):
    return Refused(406, f"inequivalent arg '{argument}' for {what}: received {received} but current is {current}")


def on_default_exchange():
    return Refused(403, 'operation not permitted on the default exchange')
