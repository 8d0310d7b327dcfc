import signal, os, time, threading, asyncio
def h(s, f): print('handler', signal.Signals(s).name, signal.strsignal(s), f is not None)
print(signal.signal(signal.SIGUSR1, h), signal.getsignal(signal.SIGUSR1) is h, signal.getsignal(signal.SIGINT))
signal.alarm(2)
signal.signal(signal.SIGALRM, h)
time.sleep(3)
print(time.time() - 1767225600)
signal.raise_signal(signal.SIGUSR1)
os.kill(os.getpid(), signal.SIGUSR1)
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1]))
os.kill(os.getpid(), signal.SIGUSR1)
print(signal.sigwait([signal.SIGUSR1]))
print(signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1]))
signal.pthread_kill(threading.main_thread().ident, signal.SIGUSR1) if 0 else None
print(signal.SIGTERM, repr(signal.SIGTERM), int(signal.SIGTERM), f'{signal.SIGTERM}', signal.Signals['SIGINT'], signal.SIG_DFL, repr(signal.SIG_IGN))
print(len(signal.valid_signals()))
for bad in (lambda: signal.signal(9, h), lambda: signal.signal(99, h), lambda: signal.signal(2, 'x'), lambda: signal.Signals(99), lambda: signal.setitimer(7, 1)):
    try: bad()
    except Exception as e: print(type(e), e)
def t():
    try: signal.signal(signal.SIGINT, h)
    except ValueError as e: print(e)
threading.Thread(target=t).start()
class Timeout(Exception): pass
def raiser(s, f): raise Timeout('too slow')
signal.signal(signal.SIGALRM, raiser)
signal.alarm(1)
try:
    time.sleep(5)
except Timeout as e: print('timeout', e)
finally: signal.alarm(0)
print(time.time() - 1767225600)
