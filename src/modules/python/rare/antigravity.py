"""Flies."""
import hashlib
import webbrowser

webbrowser.open('https://xkcd.com/353/')


def geohash(latitude, longitude, datedow):
    """Where to meet on a day whose stock prices began so (https://xkcd.com/426/)."""
    digest = hashlib.md5(datedow, usedforsecurity=False).hexdigest()
    shown = []
    for place, half in ((latitude, digest[:16]), (longitude, digest[16:])):
        fraction = '%f' % float.fromhex('0.' + half)
        shown.append(str(int(place)) + fraction[1:])
    print(*shown)
