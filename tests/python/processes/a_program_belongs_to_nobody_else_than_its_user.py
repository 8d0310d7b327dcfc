# recorded by hand: CPython has to run as a user other than root, with group 1000
"""A program cannot be started as one of another user or group, nor be given further groups: the user may not do that."""
import subprocess


def shown(**owners):
    try:
        print(owners, subprocess.run(['true'], **owners).returncode)
    except Exception as e:
        print(owners, type(e).__name__, e)


shown(group=65534)
shown(extra_groups=[65534])
shown(extra_groups=[])
shown(user=65534)
shown(user='nobody')
shown(user=1000)
shown(group=1000)
shown(user=65534, cwd='/nowhere')
