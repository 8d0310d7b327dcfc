"""`kill -l` of dash: each signal's name, or its number where it has none."""
import subprocess

print(subprocess.run(['sh', '-c', 'kill -l; echo $?'], capture_output=True, text=True).stdout.split())
