from multiprocessing import Process
def work(n):
    print(n)
process = Process(target=work(1))
process.start()
# found: nothing-to-run@5
