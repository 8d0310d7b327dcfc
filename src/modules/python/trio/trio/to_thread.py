"""Calls in other threads."""
from trio._threads import current_default_thread_limiter, run_sync
