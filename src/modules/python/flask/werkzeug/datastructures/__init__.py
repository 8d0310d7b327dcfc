"""What requests and responses consist of."""
from werkzeug.datastructures._dicts import (CallbackDict, CombinedMultiDict, ImmutableDict, ImmutableList, ImmutableMultiDict,
                                            ImmutableTypeConversionDict, MultiDict, TypeConversionDict, iter_multi_items)
from werkzeug.datastructures._accepts import Accept, CharsetAccept, LanguageAccept, MIMEAccept
from werkzeug.datastructures._headers import EnvironHeaders, Headers
from werkzeug.datastructures._files import FileMultiDict, FileStorage
from werkzeug.datastructures._values import (Authorization, ContentRange, ContentSecurityPolicy, ETags, HeaderSet, IfRange, Range,
                                             RequestCacheControl, ResponseCacheControl, WWWAuthenticate)
