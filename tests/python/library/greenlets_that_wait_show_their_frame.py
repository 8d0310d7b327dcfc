# recorded by hand: needs greenlet
import gc
import traceback

from greenlet import getcurrent, greenlet


def deeper(x):
    return main.switch(x)


def work(x):
    print(gr.gr_frame, main.gr_frame.f_code.co_name)
    deeper(x + 1)
    return 5


main = getcurrent()
gr = greenlet(work)
print(gr.gr_frame, main.gr_frame)
print(gr.switch(1))
print(gr.gr_frame.f_code.co_name, gr.gr_frame.f_lineno, gr.gr_frame.f_locals)
print([frame.name for frame in traceback.extract_stack(gr.gr_frame)])
print(gr.switch(), gr.gr_frame)
