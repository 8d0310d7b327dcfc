# recorded by hand: the oracle interrupts the sleep, which CPython goes on with.
import _thread, threading, time
def later():
    time.sleep(1)
    print('interrupting')
    _thread.interrupt_main()
threading.Thread(target=later).start()
try:
    time.sleep(5)
except KeyboardInterrupt:
    print('interrupted')
try:
    _thread.interrupt_main(99)
except ValueError as e:
    print(e)
