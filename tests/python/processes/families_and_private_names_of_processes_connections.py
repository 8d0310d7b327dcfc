# A client takes no notice of its family but for the one of another system; a namespace's private names are its proxy's.
# recorded by hand: managers run in processes of their own
import multiprocessing
from multiprocessing.connection import Client, Listener


def refused(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except Exception as error:
        print(type(error).__name__, error)


if __name__ == "__main__":
    refused(Client, ("localhost", 1), family="AF_OTHER")
    refused(Client, ("localhost", 1), family="AF_PIPE")
    refused(Listener, 5)
    refused(Listener, b"x")
    with multiprocessing.Manager() as manager:
        names = manager.Namespace(seen=1)
        names._mine = 2
        print(names.seen, names._mine)
        del names._mine
        refused(getattr, names, "_mine")
        refused(delattr, names, "_mine")
