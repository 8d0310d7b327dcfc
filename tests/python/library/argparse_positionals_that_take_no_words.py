# Positionals whose actions take no words: they are done as soon as they are reached, and leave a gap in the usage.
import argparse
import contextlib
import io


def run(add, words):
    parser = argparse.ArgumentParser(prog='prog')
    add(parser.add_argument)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        try:
            print(parser.parse_args(words))
        except SystemExit as ending:
            print('exit', ending.code)
    print(printed.getvalue())


for words in [], ['x'], ['--nope'], ['-h']:
    run(lambda add: (add('flag', action='store_true'), add('name', nargs='?')), words)
    run(lambda add: (add('name'), add('count', action='count')), words)
    run(lambda add: (add('both', action=argparse.BooleanOptionalAction), add('const', action='store_const', const=3)), words)
