import traceback


def find(text):
    return text + len("\d+" + text)


try:
    find(5)
except TypeError as error:
    lines = traceback.format_exception(error)
    print(len(lines))
find("\."); find(7)
