# Signals that were kept waiting come in the order of their numbers, and a handler that fails keeps none from coming.
import os
import signal


def fails(number, frame):
    print('fails at', number)
    raise ValueError(number)


for number in (signal.SIGUSR2, signal.SIGTERM):
    signal.signal(number, lambda number, frame: print('handles', number))
signal.signal(signal.SIGUSR1, fails)
several = {signal.SIGUSR1, signal.SIGUSR2, signal.SIGTERM}
signal.pthread_sigmask(signal.SIG_BLOCK, several)
for number in (signal.SIGTERM, signal.SIGUSR2, signal.SIGUSR1, signal.SIGUSR2):
    os.kill(os.getpid(), number)
print('waiting', sorted(signal.sigpending()))
try:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, several)
except ValueError as error:
    print('failed:', error)
print('waiting', signal.sigpending())
