"""captureWarnings sends warnings to py.warnings: without a handler nobody sees them; released, they show again."""
import logging
import sys
import warnings

logging.captureWarnings(True)
logging.captureWarnings(True)
warnings.warn('nobody sees it')
print(logging.getLogger('py.warnings').handlers)
logging.getLogger('py.warnings').addHandler(logging.StreamHandler(sys.stdout))
warnings.warn('at 100 %')
warnings.showwarning('to a file', UserWarning, 'name.py', 7, file=sys.stdout, line='code')
logging.captureWarnings(False)
warnings.warn('shown again')
