"""Calls again what has failed, after waits that grow."""
from backoff import types
from backoff._decorators import on_exception, on_predicate
from backoff._waits import constant, expo, fibo, full_jitter, random_jitter, runtime

__all__ = ['on_predicate', 'on_exception', 'constant', 'expo', 'fibo', 'runtime', 'full_jitter', 'random_jitter', 'types']
__version__ = '2.2.1'
