"""The plugin, by the name that programs import."""
from _pytest.asyncio_plugin import Mode, fixture, is_async_test
