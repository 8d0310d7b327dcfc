"""Objects that stand for others and remember how they were used."""
from unittest._mock_signatures import FunctionTypes, _callable
from unittest._mock_calls import ANY, DEFAULT, _Call, _CallList, _SentinelObject, call, sentinel
from unittest._mock_magics import Base, MagicProxy, _magics
from unittest._mock_async import AsyncMockMixin
from unittest._mock_classes import (AsyncMagicMixin, AsyncMock, CallableMixin, InvalidSpecError, MagicMixin, MagicMock,
                                    Mock, NonCallableMagicMock, NonCallableMock, PropertyMock)
from unittest._mock_threading import ThreadingMixin, ThreadingMock
from unittest._mock_autospec import create_autospec, seal
from unittest._mock_patches import _patch, _patch_dict, patch
from unittest._mock_open import mock_open

__all__ = ('Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'AsyncMock',
           'ThreadingMock', 'FILTER_DIR', 'NonCallableMock', 'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal')

FILTER_DIR = True
