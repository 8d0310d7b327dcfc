import time


def boil_water():
    print("water: on the stove")
    time.sleep(3)
    print("water: boils")


def toast_bread():
    print("bread: in the toaster")
    time.sleep(2)
    print("bread: brown")


start = time.monotonic()
boil_water()
toast_bread()
print("breakfast after", round(time.monotonic() - start, 1), "s")
