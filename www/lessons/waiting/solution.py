import time

waited = 0


def wait(what, seconds):
    global waited
    time.sleep(seconds)
    waited += seconds
    print(what, "took", seconds, "s")


wait("water", 3)
wait("bread", 2)
print("waited", waited, "s in all")
