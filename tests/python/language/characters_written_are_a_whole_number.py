# What BlockingIOError has written is a number: one that is none of things is refused, and what is no number is a file.
def made(*args):
    try:
        error = BlockingIOError(*args)
    except Exception as refusal:
        print(type(refusal).__name__, refusal)
    else:
        print(error.args, getattr(error, 'characters_written', None), error.filename)


for third in (1j, 2, 2.5, True, 'f', None, -1, b'x'):
    made(1, 'm', third)
