# bytearray.__reduce_ex__: text that is encoded up to protocol 2, then bytes.
import copy
import pickle


class Marked(bytearray):
    pass


marked = Marked(b'q\xff')
marked.a = 1
for value in bytearray(b'ab\xff'), bytearray(), marked:
    print(value.__reduce__())
    for protocol in range(6):
        print(protocol, value.__reduce_ex__(protocol))
        again = pickle.loads(pickle.dumps(value, protocol))
        print(type(again).__name__, again, again == value, getattr(again, 'a', None))
    print(copy.copy(value), copy.deepcopy(value))
