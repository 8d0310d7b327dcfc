# recorded by hand: the values are those of the simulated machine; their shapes and the errors are as in psutil 7.2.2
"""psutil tells of the simulated machine: its memory, processors, disk and processes, which programs end and wait for."""
import os
import subprocess
import sys
import threading
import time

import psutil

memory = psutil.virtual_memory()
print(memory, memory.percent, psutil.swap_memory().total)
print(psutil.cpu_count(), psutil.cpu_count(logical=False), psutil.cpu_percent(interval=1), len(psutil.cpu_percent(percpu=True)), time.monotonic())
print(psutil.disk_usage("/"), psutil.net_io_counters(), psutil.getloadavg(), psutil.boot_time(), psutil.sensors_battery())
me = psutil.Process()
stop = threading.Event()
threading.Thread(target=stop.wait).start()
print(me, me.name(), me.memory_info().rss, round(me.memory_percent(), 3), me.num_threads(), me.status(), me.cpu_percent(), me == psutil.Process(os.getpid()))
stop.set()
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(100)"])
other = psutil.Process(child.pid)
print(other.ppid() == me.pid, other in me.children(), psutil.pid_exists(child.pid), [one.pid for one in psutil.process_iter()] == psutil.pids())
try:
    other.wait(timeout=2)
except psutil.TimeoutExpired as error:
    print(repr(error), error)
other.terminate()
print(other.wait(), other.is_running(), round(time.monotonic()))
started = psutil.Popen(["sleep", "1"])
print(started.name(), psutil.wait_procs([started], timeout=5)[1], started.returncode)
for wrong in (lambda: psutil.Process(99999), lambda: psutil.Process(-1), lambda: other.status(), lambda: psutil.cpu_percent(-1),
              lambda: me.as_dict(["no"])):
    try:
        print(wrong())
    except Exception as error:
        print(type(error), error)
print(me.as_dict(["pid", "name", "username"]))
with me.oneshot():
    print(me.nice(), me.create_time(), me.cpu_times())
child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, cwd="/tmp", env={"A": "b"})
asked, never = psutil.Process(child.pid), psutil.Process(child.pid)
print(asked.cwd(), asked.environ(), asked.name(), me.cwd() == os.getcwd(), me.environ() == dict(os.environ))
print(type(asked.status()), repr(me.status()), type(psutil.STATUS_RUNNING), [getattr(psutil, name) for name in dir(psutil) if name.startswith("STATUS")])
child.communicate(b"\n")
for process in (asked, never):
    for name in ("children cmdline cpu_affinity cpu_num cpu_percent cpu_times cwd environ exe gids io_counters is_running kill memory_info name "
                 "net_connections nice num_ctx_switches num_fds num_threads open_files parent ppid status terminal threads uids username").split():
        try:
            print(name, getattr(process, name)())
        except psutil.Error as error:
            print(name, repr(error).replace("python3.13", "python3"))
print(repr(never).replace('python3.13', 'python3'), repr(me).replace('python3.13', 'python3'))
