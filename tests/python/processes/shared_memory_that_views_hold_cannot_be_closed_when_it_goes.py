from multiprocessing import shared_memory

block = shared_memory.SharedMemory(create=True, size=8)


def hold():
    other = shared_memory.SharedMemory(name=block.name)
    view = other.buf[:4]
    try:
        other.close()
    except BufferError as error:
        print(error)


hold()
print("behind")
view = block.buf[:4]
block.unlink()
