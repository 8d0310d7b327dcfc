"""shutil.rmtree says which step failed where; shutil.move copies what cannot be renamed."""
import os
import shutil
import traceback

os.makedirs("/tmp/tree/a/b")
open("/tmp/tree/a/file", "w").close()
failed = []
shutil.rmtree("/tmp/tree/a/file", onexc=lambda f, path, e: failed.append((f.__name__, path, type(e).__name__)))
shutil.rmtree("/tmp/none/x", onexc=lambda f, path, e: failed.append((f.__name__, path, type(e).__name__)))
shutil.rmtree("/tmp/none/x", onerror=lambda f, path, info: failed.append((f.__name__, path, info[0].__name__)))
shutil.rmtree("/tmp/none/x", ignore_errors=True)
print(*failed, sep="\n")
for action in (lambda: shutil.rmtree("/tmp/tree/a/file"), lambda: shutil.rmtree("/tmp/none"),
               lambda: shutil.move("/tmp/none", "/tmp/other"), lambda: shutil.move("/tmp/tree", "/tmp/tree/a")):
    try:
        action()
    except OSError:
        print(traceback.format_exc())
shutil.rmtree("/tmp/tree")
print(os.path.exists("/tmp/tree"))
shutil.rmtree("/tmp/tree")
