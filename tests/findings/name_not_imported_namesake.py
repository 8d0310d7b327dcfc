print(datetime.now() - datetime(2025, 1, 1))
# found: name-not-imported@1, repaired
