from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from pydantic import create_model

from mcp import types

Progress = create_model('Progress', __module__=__name__, progress=float, total=float | None)


@dataclass
class ProgressContext:
    """How far a request has come, told to who asked for it."""
    session: Any
    progress_token: types.ProgressToken
    total: float | None
    current: float = field(default=0.0, init=False)

    async def progress(self, amount, message=None):
        self.current += amount
        await self.session.send_progress_notification(self.progress_token, self.current, total=self.total, message=message)


@contextmanager
def progress(ctx, total=None):
    if ctx.meta is None or ctx.meta.progressToken is None:
        raise ValueError('No progress token provided')
    yield ProgressContext(ctx.session, ctx.meta.progressToken, total)
