def fetch(url):
    raise ValueError("fetch() takes 2 seconds too long")


fetch("a")
# found:
