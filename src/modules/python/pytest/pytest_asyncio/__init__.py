"""Tests and fixtures that are coroutines."""
from _pytest.asyncio_plugin import fixture, is_async_test

__version__ = '1.5.0'
__all__ = ('fixture', 'is_async_test')
