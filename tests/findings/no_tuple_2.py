from multiprocessing import Process
def work(text): print(text)
process = Process(target=work, args=('abc'))
process.start()
# found: no-tuple@3, repaired
