"""What precedes a message's body."""
from pamqp import commands


class ContentHeader:
    name = 'ContentHeader'

    def __init__(self, weight=0, body_size=0, properties=None):
        self.class_id, self.weight, self.body_size = None, weight, body_size
        self.properties = properties or commands.Basic.Properties()
