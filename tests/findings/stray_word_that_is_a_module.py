copy
print(1)
# found: stray-word@1, repaired
