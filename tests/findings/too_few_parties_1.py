import threading

line = threading.Barrier(3)


def run(name):
    line.wait()
    print(name, "runs")


runners = [threading.Thread(target=run, args=(name,)) for name in "ab"]
for runner in runners:
    runner.start()
for runner in runners:
    runner.join()
# found: deadlock@15, too-few-parties@7
