import os
import traceback


def refused(call):
    """What it is refused with, and the library's frames through which that has come."""
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, error)
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename != __file__:
                print('   ', os.path.basename(frame.filename), frame.lineno, frame.name, '|', frame.line)


import subprocess


def waits(how):
    process = subprocess.Popen(['sleep', '0.1'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        how(process)
    finally:
        process.kill()
        process.communicate()


refused(lambda: waits(lambda process: process.wait(timeout='x')))
refused(lambda: waits(lambda process: process.communicate(timeout='x')))
refused(lambda: subprocess.run('true', env=5))
refused(lambda: subprocess.run(['true'], env=[('a', 'b')]))
refused(lambda: subprocess.run(''))
refused(lambda: subprocess.run(['']))
refused(lambda: subprocess.list2cmdline(5))
