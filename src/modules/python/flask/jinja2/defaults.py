"""What environments begin with."""
from jinja2.filters import FILTERS as DEFAULT_FILTERS
from jinja2.tests import TESTS as DEFAULT_TESTS
from jinja2.utils import Cycler, Joiner, Namespace, generate_lorem_ipsum

BLOCK_START_STRING, BLOCK_END_STRING, VARIABLE_START_STRING, VARIABLE_END_STRING = '{%', '%}', '{{', '}}'
COMMENT_START_STRING, COMMENT_END_STRING = '{#', '#}'
LINE_STATEMENT_PREFIX = LINE_COMMENT_PREFIX = None
TRIM_BLOCKS = LSTRIP_BLOCKS = KEEP_TRAILING_NEWLINE = False
NEWLINE_SEQUENCE = '\n'
DEFAULT_NAMESPACE = {'range': range, 'dict': dict, 'lipsum': generate_lorem_ipsum, 'cycler': Cycler, 'joiner': Joiner, 'namespace': Namespace}
DEFAULT_POLICIES = {'compiler.ascii_str': True, 'urlize.rel': 'noopener', 'urlize.target': None, 'urlize.extra_schemes': None, 'truncate.leeway': 5,
                    'json.dumps_function': None, 'json.dumps_kwargs': {'sort_keys': True}, 'ext.i18n.trimmed': False}
