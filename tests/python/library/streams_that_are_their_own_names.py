# A stream whose name is the stream: its repr ends, and so does recursion among frames that do not show.
import io


class Both(io.BytesIO):
    pass


for kind in (io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.TextIOWrapper):
    raw = Both()
    stream = kind(raw)
    raw.name = stream
    try:
        print(repr(stream))
    except RuntimeError as error:
        print(type(error).__name__, error)
raw.name = "named"
print(stream)

file = io.FileIO("/tmp/own_name", "w")
file.name = file
try:
    print(repr(file))
except RuntimeError as error:
    print(type(error).__name__, error)
file.close()

for mode in ("", "aU", "wU+", "rw", "rt", "w+x", "r++", "wb"):
    try:
        with io.FileIO("/tmp/own_name", mode) as file:
            print(mode, file.mode)
    except ValueError as error:
        print(repr(mode), error)
