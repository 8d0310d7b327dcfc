# Assertions about what was awaited or called, and about what cannot be compared, fail in unittest's own lines.
import asyncio
import traceback
import unittest
from unittest.mock import AsyncMock, Mock, call

awaited, called, case = AsyncMock(name='awaited'), Mock(), unittest.TestCase()
asyncio.run(awaited(1))
called(1)
for fails in (lambda: awaited.assert_has_awaits([call(2)]), lambda: awaited.assert_has_awaits([call(2)], any_order=True),
              lambda: awaited.assert_any_await(3), lambda: awaited.assert_not_awaited(),
              lambda: called.assert_has_calls([call(2)]), lambda: called.assert_has_calls([call(2)], any_order=True),
              lambda: case.assertLess('a', 1), lambda: case.assertLessEqual('a', 1), lambda: case.assertGreater('a', 1),
              lambda: case.assertGreaterEqual(None, 1)):
    try:
        fails()
    except (AssertionError, TypeError):
        traceback.print_exc()
