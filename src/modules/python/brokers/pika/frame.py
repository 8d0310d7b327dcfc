"""A method and the channel it came on."""
from pika import amqp_object


class Frame(amqp_object.AMQPObject):
    NAME = 'Frame'

    def __init__(self, frame_type, channel_number):
        self.frame_type, self.channel_number = frame_type, channel_number


class Method(Frame):
    NAME = 'METHOD'

    def __init__(self, channel_number, method):
        super().__init__(1, channel_number)
        self.method = method


class Header(Frame):
    NAME = 'Header'

    def __init__(self, channel_number, body_size, props):
        super().__init__(2, channel_number)
        self.body_size, self.properties = body_size, props
