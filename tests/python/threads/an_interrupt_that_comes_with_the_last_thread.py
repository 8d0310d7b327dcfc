# recorded by hand: the oracle waits for threads by a function of its own.
# _thread.interrupt_main wakes nobody: who waits for the threads at the end hears of it when they are over.
import _thread
import threading
import time


def work():
    time.sleep(0.5)
    _thread.interrupt_main()
    time.sleep(1)
    print('the thread ends')


threading.Thread(target=work).start()
print('the program ends')
