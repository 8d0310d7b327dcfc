"""What cannot be sent: the frames of multiprocessing's queues and pipes."""
import multiprocessing as mp
import traceback

for send in (mp.SimpleQueue().put, mp.Pipe()[0].send):
    try:
        send(lambda: 1)
    except Exception:
        traceback.print_exc()
