# What the input of a process is, text or bytes, is looked at where it is written.
import subprocess

for given in {'text': True, 'input': b'x'}, {'input': 'x'}, {'text': True, 'input': b'x', 'capture_output': True}:
    try:
        subprocess.run(['cat'], **given)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(subprocess.run(['true'], input=b'x' * 10).returncode)
