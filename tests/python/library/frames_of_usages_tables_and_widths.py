import argparse
import csv
import io
import os
import textwrap
import traceback


def tell(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as e:
        for frame in traceback.extract_tb(e.__traceback__)[1:]:
            print(' ', os.path.basename(frame.filename), frame.lineno, frame.name, frame.line)
        print(type(e).__name__, e)


tell(argparse.ArgumentParser('tool', 5).print_usage)
tell(csv.DictWriter, io.StringIO(), 5)
tell(csv.DictWriter(io.StringIO(), ['a']).writerow, 5)
tell(textwrap.wrap, 'a b', 'x')
