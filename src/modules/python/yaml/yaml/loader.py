"""Loaders by the names that they have in yaml.loader."""
from yaml.constructor import BaseLoader, FullLoader, Loader, SafeLoader, UnsafeLoader
