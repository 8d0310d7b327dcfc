"""What connections of all loops are."""
from pika.connection import Connection


class BaseConnection(Connection):
    @classmethod
    def create_connection(cls, connection_configs, on_done, custom_ioloop=None, workflow=None):
        from _frames import not_supported
        not_supported(f'pika.{cls.__name__}.create_connection', f'pika.{cls.__name__}(…)')
