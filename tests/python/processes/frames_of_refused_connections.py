"""What a connection refuses, its traceback tells in the frames of multiprocessing's."""

import traceback
from multiprocessing import Pipe


def attempt(what, call):
    print("--", what)
    try:
        call()
    except OSError as error:
        for frame in traceback.extract_tb(error.__traceback__)[2:]:
            print("  ", frame.name, frame.lineno, frame.line, frame.end_colno - frame.colno)
        print("  ", repr(error))


reader, writer = Pipe(duplex=False)
attempt("send to a reader", lambda: reader.send(1))
attempt("send_bytes to a reader", lambda: reader.send_bytes(b"1"))
attempt("recv of a writer", lambda: writer.recv())
attempt("recv_bytes of a writer", lambda: writer.recv_bytes())
attempt("recv_bytes_into of a writer", lambda: writer.recv_bytes_into(bytearray(3)))
attempt("poll of a writer", lambda: writer.poll())
reader.close()
attempt("send where nobody reads", lambda: writer.send(1))
attempt("send_bytes where nobody reads", lambda: writer.send_bytes(b"1"))
attempt("much where nobody reads", lambda: writer.send_bytes(bytes(20000)))
attempt("recv of what is closed", lambda: reader.recv())
attempt("poll of what is closed", lambda: reader.poll(1))
attempt("send to what is closed", lambda: reader.send(1))
attempt("fileno of what is closed", lambda: reader.fileno())
reader, writer = Pipe()
writer.close()
attempt("send to an end whose other is closed", lambda: reader.send(1))
