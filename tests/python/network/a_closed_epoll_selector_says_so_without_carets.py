"""The value of a plain assignment is not underlined where a closed selector is asked."""
import selectors
import traceback

for make in (selectors.EpollSelector, selectors.DefaultSelector):
    selector = make()
    selector.close()
    try:
        selector.select(0)
    except ValueError:
        print(traceback.format_exc().splitlines()[-3:])
