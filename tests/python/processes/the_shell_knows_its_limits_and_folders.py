import subprocess


def tell(command):
    done = subprocess.run(command, shell=True, capture_output=True, text=True)
    print(command, done.returncode, done.stdout.split('\n'), done.stderr.strip())


tell('[ -x /bin/sh ] && [ -f /usr/bin/env ] && [ -s /bin/cat ] && echo programs')
tell('[ -e /bin/no-such-program ] || [ -d /bin/sh ] || echo none')
tell('mkdir -p /tmp/above/below; CDPATH=/tmp/above; cd below; pwd')
tell('CDPATH=/tmp/above; cd ./below || echo not here')
tell('CDPATH=:/tmp/above; cd below')
tell('ulimit; ulimit -t; ulimit -n 64; ulimit -n; ulimit -S -n 32; ulimit -n; ulimit -H -n')
tell('ulimit -n 1x')
tell('ulimit -y')
