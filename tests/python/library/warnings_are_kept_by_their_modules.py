"""A warning is shown once for its line until the filters change: each module keeps what it has shown, and a block of
catch_warnings lets it be shown again."""
import sys
import warnings


def deprecated_way():
    warnings.warn('the old way', stacklevel=2)


def told(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


sys.stderr = sys.stdout
for _ in range(3):
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        warnings.warn('hidden')
    warnings.warn('once more after each block')
for _ in range(3):
    deprecated_way()
warnings.simplefilter('always')
for _ in range(2):
    deprecated_way()
print(sorted(key if key == 'version' else key[0] for key in __warningregistry__))

warnings.filterwarnings('error', message='bad.*', category=RuntimeWarning)
told(lambda: warnings.warn('Bad thing', RuntimeWarning))
print(warnings.filters[:2])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('once')
    for _ in range(3):
        warnings.warn('said once')
    warnings.warn('another', DeprecationWarning)
print([str(warning.message) for warning in caught])

kept, kept_filters = warnings.showwarning, warnings.filters
with warnings.catch_warnings():
    warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: print('shown:', message)
    warnings.filters = [('always', None, Warning, None, 0)]
    warnings.warn('by a function of its own')
    with warnings.catch_warnings(record=True) as inner:
        warnings.warn('recorded all the same')
    print(len(inner))
    warnings.warn('by that function again')
print(warnings.showwarning is kept, warnings.filters is kept_filters)

warnings.formatwarning = lambda message, category, *rest: f'{category.__name__} says {message}\n'
warnings.warn('formatted')
told(lambda: warnings.simplefilter('nothing'))
told(lambda: warnings.warn('x', skip_file_prefixes=['a']))
told(lambda: warnings.warn('x', skip_file_prefixes=(1,)))
told(lambda: warnings.warn('x', int))
told(lambda: warnings.filterwarnings('ignore', message=1))
told(lambda: warnings.filterwarnings('ignore', category=int))
warnings.resetwarnings()
warnings.simplefilter('module')
for _ in range(2):
    warnings.warn('one for the module')
warnings.warn('one for the module')
warnings.filters.insert(0, ('sometimes', None, Warning, None, 0))
told(lambda: warnings.warn('with a filter of no known kind'))
warnings.simplefilter('always')
sys.stderr = None
warnings.warn('nowhere')
