import multiprocessing
def main():
    def work():
        pass
    multiprocessing.set_start_method('spawn')
    process = multiprocessing.Process(target=work)
    process.start()
main()
# found: not-picklable@7
