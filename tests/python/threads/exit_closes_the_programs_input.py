import sys
import traceback
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(1) as executor:
    future = executor.submit(exit, 3)
    try:
        future.result()
    except SystemExit as error:
        print('ended with', error.code)
        print([(frame.name, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)][-2:])
print(sys.stdin.closed)
try:
    input()
except ValueError as error:
    print(error)
try:
    quit('no')
except SystemExit as error:
    print(repr(error.code))
