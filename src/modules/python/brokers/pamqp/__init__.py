"""The frames of AMQP 0-9-1, as objects: no bytes are made of them, the simulated broker takes them as they are."""

__version__ = '4.0.1'
