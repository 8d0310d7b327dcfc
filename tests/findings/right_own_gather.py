def gather(all):
    return {all}
gather([1])
# found:
