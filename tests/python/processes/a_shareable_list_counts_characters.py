from multiprocessing.shared_memory import ShareableList

items = ShareableList(['x' * 10, 'é' * 7, 'é' * 8, b'y' * 8, '', None, 2.5])
print(items.format)
items[0] = 'short'
print(items.format, len(items))
other = ShareableList(items)
print(other.format, other.shm.name == items.shm.name)
for each in items, other:
    each.shm.close()
    each.shm.unlink()
empty = ShareableList()
print(len(empty), list(empty), repr(empty.format))
empty.shm.close()
empty.shm.unlink()
