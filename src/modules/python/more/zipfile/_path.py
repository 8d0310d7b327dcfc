"""The members of an archive as paths, by the name under which CPython has them."""
from _zip_paths import CompleteDirs, FastLookup, Path
