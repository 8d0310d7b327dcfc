import threading
class Words:
    def __iter__(self):
        return iter('ab')
threading.Thread(target=print, args=Words()).start()
threading.Thread(target=print, args=[1]).start()
# found:
