"""Kinds of exchanges."""
from enum import Enum


class ExchangeType(str, Enum):
    direct, fanout, headers, topic = 'direct', 'fanout', 'headers', 'topic'
