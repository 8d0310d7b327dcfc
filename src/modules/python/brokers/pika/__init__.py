"""A client of RabbitMQ; the broker is simulated, and what is in it lives as long as the run."""
import logging

logging.getLogger(__name__).addHandler(logging.NullHandler())
from pika._parameters import ConnectionParameters, SSLOptions, URLParameters
from pika.credentials import PlainCredentials
from pika.spec import BasicProperties
from pika.delivery_mode import DeliveryMode
from pika.exchange_type import ExchangeType
from pika import adapters
from pika.adapters import BaseConnection, BlockingConnection, SelectConnection

__version__ = '1.4.4'
__all__ = ['adapters', 'BaseConnection', 'BasicProperties', 'BlockingConnection', 'ConnectionParameters',
           'DeliveryMode', 'PlainCredentials', 'SelectConnection', 'SSLOptions', 'URLParameters']
