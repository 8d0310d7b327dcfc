# Names beyond ASCII need protocol 3, and what is read of a pickle must be text; persistent ids of protocol 0 are ASCII.
import copyreg
import io
import pickle


def say(call, *args):
    try:
        print(call(*args))
    except Exception as error:
        print(type(error).__name__, error)


class Named:
    pass


Named.__qualname__ = 'naméd'
naméd = Named
for protocol in range(5):
    say(pickle.dumps, Named, protocol)
for data in b'c\xff\nlog\n.', b'cmath\n\xff\n.', b'\x80\x04cm\xc3\xb6dule\nx\n.', b'\x82\x01.', b'P\xff\n.':
    say(pickle.loads, data)
for key in None, ('a',), ('a', 1), ('math', 'floor'):
    copyreg._inverted_registry[1] = key
    say(pickle.loads, b'\x82\x01.')
