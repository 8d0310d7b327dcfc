from asyncore import dispatcher
print(dispatcher)
# found: outdated@1
