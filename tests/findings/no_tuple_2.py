from multiprocessing import Process
process = Process(target=len, args=('abc'))
process.start()
# found: no-tuple@2
