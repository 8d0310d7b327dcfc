"""What is told of an application."""
from blinker import Namespace

_signals = Namespace()
for _name in ('template-rendered before-render-template request-started request-finished request-tearing-down got-request-exception '
              'appcontext-tearing-down appcontext-pushed appcontext-popped message-flashed').split():
    globals()[_name.replace('-', '_')] = _signals.signal(_name)
