"""Calls of other threads into the run."""
from trio._threads import from_thread_check_cancelled as check_cancelled, from_thread_run as run, from_thread_run_sync as run_sync
