# The place of the warning is the finalizer's line in asyncio; a filter by module finds it there.
import asyncio
import gc
import warnings

warnings.simplefilter("always")


def show(message, category, filename, lineno, file=None, line=None):
    print(category.__name__, str(message)[:20], filename.replace("\\", "/").split("/")[-1], lineno)


warnings.showwarning = show
loop = asyncio.new_event_loop()
del loop
gc.collect()
print("end")
