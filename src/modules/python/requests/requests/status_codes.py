"""Statuses by name, in small and capital letters."""
from _http_statuses import rows as _rows
from requests.structures import LookupDict as _LookupDict

# What http does not call them.
_ALSO = r"""102 early-hints|103 checkpoint|122 request_uri_too_long|200 okay all_ok all_okay all_good \o/ ✓|203 non_authoritative_info
205 reset|206 partial|207 multiple_status multi_stati multiple_stati|301 moved \o-|303 other|306 switch_proxy
307 temporary_moved temporary|308 resume_incomplete resume|400 bad|402 payment|404 -o-|405 not_allowed
407 proxy_auth proxy_authentication|408 timeout|413 request_entity_too_large content_too_large|414 request_uri_too_large uri_too_long
415 unsupported_media media_type|416 requested_range_not_satisfiable requested_range range_not_satisfiable|418 teapot i_am_a_teapot
422 unprocessable_entity unprocessable unprocessable_content|424 dependency|425 unordered_collection unordered|426 upgrade
428 precondition|429 too_many|431 header_fields_too_large fields_too_large|444 no_response none|449 retry_with retry
450 blocked_by_windows_parental_controls parental_controls|451 legal_reasons|499 client_closed_request|500 server_error /o\ ✗
503 unavailable|505 http_version|509 bandwidth_limit_exceeded bandwidth|511 network_auth network_authentication"""


def _named():
    for number, name, _ in _rows():
        yield number, name.lower()
    for line in _ALSO.replace('|', '\n').splitlines():
        number, *names = line.split()
        for name in names:
            yield int(number), name


codes = _LookupDict('status_codes')
for _number, _name in _named():
    setattr(codes, _name, _number)
    if _name[0] not in '\\/':
        setattr(codes, _name.upper(), _number)
