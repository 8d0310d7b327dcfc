import pickle, threading
def dumped(): pickle.dumps(lambda: 0)
def shut(): raise RuntimeError('cannot schedule new futures after shutdown')
def given(): raise ValueError('a coroutine was expected, got None')
def packed(): raise AttributeError("Can't pickle <locals> vegetables")
for function in dumped, shut, given, packed:
    threading.Thread(target=function).start()
# found:
