# What cannot be handed to a process of a server fails in the server's own frames.
import multiprocessing
import traceback

for method in ("forkserver", "spawn"):
    try:
        multiprocessing.get_context(method).Process(target=lambda: None).start()
    except Exception:
        print("".join(line for line in traceback.format_exc().splitlines(True) if "multiprocessing" in line))
