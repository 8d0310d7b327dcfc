def first(names: List[str]) -> str:
    return names[0]


print(first(["a"]))
# found: name-not-imported@1, repaired
