"""SQLAlchemy for coroutines."""
from sqlalchemy.ext.asyncio.engine import (
    AsyncConnection, AsyncEngine, AsyncTransaction, async_engine_from_config, create_async_engine, create_async_pool_from_url)
from sqlalchemy.ext.asyncio.result import AsyncMappingResult, AsyncResult, AsyncScalarResult, AsyncTupleResult
from sqlalchemy.ext.asyncio.scoping import async_scoped_session
from sqlalchemy.ext.asyncio.session import (
    AsyncAttrs, AsyncSession, AsyncSessionTransaction, async_object_session, async_session, async_sessionmaker, close_all_sessions_ as close_all_sessions)
