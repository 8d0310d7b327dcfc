import time


def brew(drink, seconds):
    time.sleep(seconds)
    print("done", drink)


start = time.monotonic()
brew("coffee", 1.25)
brew("tea", 2.5)
brew("juice", 0.5)
print("after", round(time.monotonic() - start, 1), "s")
