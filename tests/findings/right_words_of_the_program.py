class Closed(Exception):
    pass
raise Closed('the peer said: RuntimeError: Event loop is closed')
# found:
