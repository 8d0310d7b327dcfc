"""multiprocessing's ways of starting processes."""
from multiprocessing import (AuthenticationError, BaseContext, BufferTooShort, DefaultContext, ForkContext,
                             ForkServerContext, Process, ProcessError, SpawnContext, TimeoutError)
from multiprocessing._process import ForkProcess, ForkServerProcess, SpawnProcess, assert_spawning
