//! The hash table of set and frozenset, slot by slot CPython's.
