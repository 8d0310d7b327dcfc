from multiprocessing import Process

if __name__ == "__main__":
    process = Process(target=print, args=("never",))
    print(process.name)
# found: not-started@4
