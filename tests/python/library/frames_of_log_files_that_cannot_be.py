# A file that logging cannot open fails below basicConfig's and the handler's own lines.
import logging
import traceback


def attempt(call):
    try:
        call()
    except (OSError, TypeError) as error:
        print(type(error).__name__, error)
        for frame in traceback.extract_tb(error.__traceback__)[2:]:
            print('   ', frame.filename.replace('\\', '/').split('/')[-1], frame.lineno, frame.name, '|', frame.line)


attempt(lambda: logging.basicConfig(filename='/missing/folder/program.log'))
attempt(lambda: logging.basicConfig(filename={1, 2}))
attempt(lambda: logging.FileHandler(None))
