items = []
for item in items:
    pass
print(item)
# found: