t = None
print("调用：t.join()", t.join())
# found:
