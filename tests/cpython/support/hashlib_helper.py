"""In place of `test.support.hashlib_helper`."""
import hashlib
import unittest


def requires_hashdigest(name, openssl=None, usedforsecurity=True):
    return unittest.skipUnless(name in hashlib.algorithms_available, f'no {name}')
