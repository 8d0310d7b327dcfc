class Server:
    pass
with Server():
    pass
# found:
