//! The insertion-ordered hash table of dict.
