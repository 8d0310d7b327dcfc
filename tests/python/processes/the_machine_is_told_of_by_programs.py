# recorded by hand: the real machine's processes, memory and disks are its own
import subprocess
import sys


def sh(command):
    done = subprocess.run(command, shell=True, capture_output=True, text=True)
    print("$", command, done.returncode)
    print((done.stdout + done.stderr).replace(sys.argv[0], "main.py"), end="")


for command in ("ps", "ps -ef", "ps aux", "ps -o pid,ppid,comm -p 4242", "ps -o pid= -p 4242", "ps -p 1 -o pid", "ps -o frob",
                "df -h", "df -T /", "free -m", "free -ht", "uptime -p", "id", "id -un", "arch"):
    sh(command)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(5)"])
sh(f"ps -o stat=,cmd= -p {child.pid}")
child.terminate()
child.wait()
sh(f"ps -p {child.pid}")
