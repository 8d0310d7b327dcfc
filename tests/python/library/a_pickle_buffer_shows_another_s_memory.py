"""A view through a PickleBuffer is one of the object that it holds: what its caller keeps comes back without a copy."""
import pickle


class Bytes(bytearray):
    def __reduce_ex__(self, protocol):
        return type(self)._again, (pickle.PickleBuffer(self) if protocol >= 5 else bytearray(self),), None

    @classmethod
    def _again(cls, given):
        with memoryview(given) as view:
            owner = view.obj
            return owner if type(owner) is cls else cls(owner)


kept = Bytes(b'abc')
inside = pickle.loads(pickle.dumps(kept, protocol=5))
print(inside == kept, inside is kept, type(inside))
buffers = []
data = pickle.dumps(kept, protocol=5, buffer_callback=buffers.append)
outside = pickle.loads(data, buffers=buffers)
print(outside == kept, outside is kept, len(buffers))
held = pickle.PickleBuffer(kept)
print(memoryview(held).obj is kept, held.raw().obj is kept, memoryview(held).readonly, bytes(held))
with memoryview(held):
    try:
        kept.append(1)
    except BufferError as error:
        print(error)
held.release()
try:
    memoryview(held)
except ValueError as error:
    print(error)
