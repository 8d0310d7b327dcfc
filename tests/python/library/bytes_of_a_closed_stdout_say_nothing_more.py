import sys
below = sys.stdout.buffer
below.flush()
sys.stdout.close()
sys.stdout = sys.stderr
del below
print("closed")
