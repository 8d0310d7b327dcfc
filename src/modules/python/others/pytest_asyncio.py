"""What a module of tests imports from pytest_asyncio."""
from pytest import fixture

__version__ = '1.2.0'
__all__ = ['fixture']
