"""The classes of pytest's own warnings."""


class PytestWarning(UserWarning):
    __module__ = 'pytest'


def _made(names, base):
    for name in names.split():
        globals()[name] = type(name, base if isinstance(base, tuple) else (base,), {'__module__': 'pytest'})


_made('PytestAssertRewriteWarning PytestCacheWarning PytestCollectionWarning PytestConfigWarning PytestFDWarning '
      'PytestReturnNotNoneWarning PytestUnhandledThreadExceptionWarning PytestUnknownMarkWarning '
      'PytestUnraisableExceptionWarning PytestApproxDecimalToleranceWarning', PytestWarning)
_made('PytestDeprecationWarning', (PytestWarning, DeprecationWarning))
_made('PytestRemovedIn10Warning', globals()['PytestDeprecationWarning'])
_made('PytestExperimentalApiWarning', (PytestWarning, FutureWarning))
