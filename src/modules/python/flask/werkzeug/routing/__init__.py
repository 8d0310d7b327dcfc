"""Which function answers which path."""
from werkzeug.routing.converters import (AnyConverter, BaseConverter, FloatConverter, IntegerConverter, PathConverter, UnicodeConverter,
                                         UUIDConverter,
                                         ValidationError)
from werkzeug.routing.exceptions import (BuildError, NoMatch, RequestAliasRedirect, RequestPath, RequestRedirect, RoutingException,
                                         WebsocketMismatch)
from werkzeug.routing.map import Map, MapAdapter
from werkzeug.routing.matcher import StateMachineMatcher
from werkzeug.routing.rules import (EndpointPrefix, Rule, RuleFactory, RuleTemplate, RuleTemplateFactory, Subdomain, Submount,
                                    parse_converter_args)
