"""What a forked process has of the modules of its parent that they keep where copying does not find it."""
import os
import sys
import threading
import _wires
from multiprocessing import _process


def fork_hooks():
    """What calls the functions registered for a fork."""
    return sys.modules['_fork_hooks'].call if '_fork_hooks' in sys.modules else lambda when: None


def state_of_modules():
    """What modules of the library keep, and a forked process has from its parent."""
    state = {}
    if 'random' in sys.modules:
        state['random'] = sys.modules['random'].getstate()
    logging = sys.modules.get('logging')
    if logging is not None:
        state['logging'] = {name: getattr(logging, name) for name in ('root',) if hasattr(logging, name)}
        state['manager'] = getattr(logging.Logger, 'manager', None)
    signal = sys.modules.get('signal')
    if signal is not None:
        state['signal'] = {number: handler for number, handler in signal._handlers.items()
                           if handler is not signal.default_int_handler}
    util = sys.modules.get('multiprocessing.util')
    if util is not None:
        state['util'] = util._logger is not None, list(util._afterfork_registry.items())
    if '_fork_hooks' in sys.modules:
        state['fork_hooks'] = sys.modules['_fork_hooks'].hooks
    weakref = sys.modules.get('weakref')
    if weakref is not None and weakref.finalize._registry:
        state['finalizers'] = weakref.finalize._registry
    state.update(method=_process.method, descriptors=_wires.open_now(), thread=threading.current_thread().name)
    return state


def take_up(state):
    """A forked process has it from here on."""
    _process.method = state['method']
    threading._after_fork(state['thread'])
    _wires.inherit(state['descriptors'])
    if 'random' in state:
        # As CPython does, with other numbers than its parent and its sisters.
        import random
        random.setstate(state['random'])
        random.seed(random.getrandbits(64) + os.getpid())
    if 'logging' in state:
        import logging
        logging.__dict__.update(state['logging'])
        logging.Logger.root = logging.root
        if state['manager'] is not None:
            logging.Logger.manager = state['manager']
    if 'util' in state:
        from multiprocessing import util
        logs, after_fork = state['util']
        if logs:
            util.get_logger()
        util._afterfork_registry.update(after_fork)
        util._run_after_forkers()
    if 'finalizers' in state:
        import weakref
        weakref.finalize._registry.update(state['finalizers'])
        weakref.finalize._registered_with_atexit = True
    if state.get('signal'):
        import signal
        signal._handlers.update(state['signal'])
    if 'fork_hooks' in state:
        import _fork_hooks
        _fork_hooks.hooks.update(state['fork_hooks'])
        _fork_hooks.call('after_in_child')
