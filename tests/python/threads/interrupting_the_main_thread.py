# interrupt_main and signals of one's own are handled at once in the main thread; what is ignored does nothing.
import _thread, signal, threading, time

def a():
    try:
        _thread.interrupt_main()
        for _ in range(10): pass
        print("not raised")
    except KeyboardInterrupt: print('ok')
a()
def call_interrupt():
    _thread.interrupt_main()
t = threading.Thread(target=call_interrupt)
try:
    t.start()
    t.join()
    print('no')
except KeyboardInterrupt as e:
    print('KI', repr(e))
t.join()
def handler(signum, frame):
    1/0
old = signal.signal(signal.SIGINT, handler)
try:
    _thread.interrupt_main()
    print('no')
except ZeroDivisionError as e:
    print(e)
signal.signal(signal.SIGINT, signal.SIG_IGN)
_thread.interrupt_main()
print('ignored')
signal.signal(signal.SIGINT, old)
try:
    signal.raise_signal(signal.SIGINT)
    print('no')
except KeyboardInterrupt:
    print('raised')
try:
    import os
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(1)
    print('no')
except KeyboardInterrupt:
    print('killed')

try: _thread.interrupt_main(99)
except ValueError as e: print(e)
