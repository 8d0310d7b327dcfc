import copy
import itertools
import pickle
import warnings

warnings.simplefilter('error')
for made in itertools.pairwise('abc'), itertools.batched('abc', 2):
    for work in copy.copy, copy.deepcopy, pickle.dumps, lambda it: it.__reduce__(), lambda it: it.__reduce_ex__(2):
        try:
            print(work(made))
        except TypeError as exc:
            print(exc)
    print(list(made))
