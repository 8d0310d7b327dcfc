from multiprocessing import Process
def work():
    open('names.txt')
process = Process(target=work)
process.start()
process.join()
# found: missing-file@3, repaired
