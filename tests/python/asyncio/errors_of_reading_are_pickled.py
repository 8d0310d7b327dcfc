# IncompleteReadError and LimitOverrunError are pickled with what they were made with.
import asyncio
import copy
import pickle

for error in asyncio.IncompleteReadError(b"ab", 5), asyncio.IncompleteReadError(b"", None), asyncio.LimitOverrunError("long", 9):
    for again in pickle.loads(pickle.dumps(error)), copy.copy(error):
        print(type(again) is type(error), again, vars(again), again.args)
    print(error.__reduce__())
