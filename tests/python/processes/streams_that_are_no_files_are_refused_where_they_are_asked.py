# What a process is to have for its streams and has no descriptor: the report's frames are CPython's.
import io
import subprocess
import traceback

for streams in {'stdout': io.StringIO()}, {'stdin': io.BytesIO(b'x')}, {'stderr': io.StringIO()}:
    try:
        subprocess.run(['true'], **streams)
    except io.UnsupportedOperation:
        traceback.print_exc()
