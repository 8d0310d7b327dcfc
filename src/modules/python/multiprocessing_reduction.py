"""Pickling for children."""
import copyreg
import io
import pickle


class ForkingPickler(pickle.Pickler):
    _extra = {}

    @classmethod
    def register(cls, type, reduce):
        copyreg.pickle(type, reduce)

    @classmethod
    def dumps(cls, obj, protocol=None):
        return pickle.dumps(obj, protocol)

    loads = pickle.loads


register = ForkingPickler.register
