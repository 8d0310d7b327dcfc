"""Names of CPython's that modules here lack: who asks for one is told so.

Made by `RENEW=1 cargo test --test documents` with docs/python-support.md.
"""
NAMES = {
    'ast':
        'AugLoad AugStore ExtSlice Index IntEnum Param Suite auto contextmanager main nullcontext slice',
    'binascii':
        'a2b_qp a2b_uu b2a_qp b2a_uu',
    'builtins':
        'copyright credits license',
    'concurrent.futures.process':
        'Queue format_exception partial',
    'difflib':
        'HtmlDiff diff_bytes',
    'gc':
        'is_finalized',
    'hmac':
        'digest_size trans_36 trans_5C',
    'http.server':
        'CGIHTTPRequestHandler',
    'inspect':
        'BlockFinder BufferFlags',
    'io':
        'IncrementalNewlineDecoder open_code',
    'linecache':
        'lazycache',
    'locale':
        'normalize',
    'logging.config':
        'ConvertingDict ConvertingList ConvertingMixin ConvertingTuple IDENTIFIER StreamRequestHandler '
        'ThreadingTCPServer stopListening valid_ident',
    'mimetypes':
        'MimeTypes read_mime_types',
    'multiprocessing':
        'reducer',
    'multiprocessing.sharedctypes':
        'copy synchronized',
    'os':
        'confstr_names pathconf_names sched_param statvfs_result waitid_result',
    'platform':
        'AndroidVer IOSVersionInfo android_ver ios_ver java_ver',
    'select':
        'EPOLLMSG EPOLLRDBAND EPOLLRDNORM EPOLLWRBAND EPOLLWRNORM',
    'shutil':
        'ExecError',
    'signal':
        'pidfd_send_signal',
    'socket':
        'AF_ALG AF_APPLETALK AF_ASH AF_ATMPVC AF_ATMSVC AF_AX25 AF_BRIDGE AF_CAN AF_DECnet AF_ECONET AF_IPX AF_IRDA '
        'AF_KEY AF_LLC AF_NETBEUI AF_NETLINK AF_NETROM AF_PACKET AF_PPPOX AF_QIPCRTR AF_RDS AF_ROSE AF_ROUTE '
        'AF_SECURITY AF_SNA AF_TIPC AF_VSOCK AF_WANPIPE AF_X25 ALG_OP_DECRYPT ALG_OP_ENCRYPT ALG_OP_SIGN '
        'ALG_OP_VERIFY ALG_SET_AEAD_ASSOCLEN ALG_SET_AEAD_AUTHSIZE ALG_SET_IV ALG_SET_KEY ALG_SET_OP ALG_SET_PUBKEY '
        'CAN_BCM CAN_BCM_CAN_FD_FRAME CAN_BCM_RX_ANNOUNCE_RESUME CAN_BCM_RX_CHANGED CAN_BCM_RX_CHECK_DLC '
        'CAN_BCM_RX_DELETE CAN_BCM_RX_FILTER_ID CAN_BCM_RX_NO_AUTOTIMER CAN_BCM_RX_READ CAN_BCM_RX_RTR_FRAME '
        'CAN_BCM_RX_SETUP CAN_BCM_RX_STATUS CAN_BCM_RX_TIMEOUT CAN_BCM_SETTIMER CAN_BCM_STARTTIMER '
        'CAN_BCM_TX_ANNOUNCE CAN_BCM_TX_COUNTEVT CAN_BCM_TX_CP_CAN_ID CAN_BCM_TX_DELETE CAN_BCM_TX_EXPIRED '
        'CAN_BCM_TX_READ CAN_BCM_TX_RESET_MULTI_IDX CAN_BCM_TX_SEND CAN_BCM_TX_SETUP CAN_BCM_TX_STATUS CAN_EFF_FLAG '
        'CAN_EFF_MASK CAN_ERR_FLAG CAN_ERR_MASK CAN_ISOTP CAN_J1939 CAN_RAW CAN_RAW_FD_FRAMES CAN_RAW_FILTER '
        'CAN_RAW_JOIN_FILTERS CAN_RAW_LOOPBACK CAN_RAW_RECV_OWN_MSGS CAN_RTR_FLAG CAN_SFF_MASK CAPI CMSG_LEN '
        'CMSG_SPACE EAI_ADDRFAMILY EAI_BADFLAGS EAI_MEMORY EAI_NODATA EAI_OVERFLOW EAI_SOCKTYPE EAI_SYSTEM '
        'ETHERTYPE_ARP ETHERTYPE_IP ETHERTYPE_IPV6 ETHERTYPE_VLAN ETH_P_ALL INADDR_ALLHOSTS_GROUP '
        'INADDR_MAX_LOCAL_GROUP INADDR_NONE INADDR_UNSPEC_GROUP IOCTL_VM_SOCKETS_GET_LOCAL_CID IPPORT_RESERVED '
        'IPPORT_USERRESERVED IPPROTO_AH IPPROTO_DSTOPTS IPPROTO_EGP IPPROTO_ESP IPPROTO_FRAGMENT IPPROTO_GRE '
        'IPPROTO_HOPOPTS IPPROTO_ICMPV6 IPPROTO_IDP IPPROTO_IGMP IPPROTO_IPIP IPPROTO_MPTCP IPPROTO_NONE '
        'IPPROTO_PIM IPPROTO_PUP IPPROTO_ROUTING IPPROTO_RSVP IPPROTO_SCTP IPPROTO_TP IPPROTO_UDPLITE IPV6_CHECKSUM '
        'IPV6_DONTFRAG IPV6_DSTOPTS IPV6_HOPLIMIT IPV6_HOPOPTS IPV6_JOIN_GROUP IPV6_LEAVE_GROUP IPV6_MULTICAST_HOPS '
        'IPV6_MULTICAST_IF IPV6_MULTICAST_LOOP IPV6_NEXTHOP IPV6_PATHMTU IPV6_PKTINFO IPV6_RECVDSTOPTS '
        'IPV6_RECVHOPLIMIT IPV6_RECVHOPOPTS IPV6_RECVPATHMTU IPV6_RECVPKTINFO IPV6_RECVRTHDR IPV6_RECVTCLASS '
        'IPV6_RTHDR IPV6_RTHDRDSTOPTS IPV6_RTHDR_TYPE_0 IPV6_TCLASS IPV6_UNICAST_HOPS IP_ADD_SOURCE_MEMBERSHIP '
        'IP_BIND_ADDRESS_NO_PORT IP_BLOCK_SOURCE IP_DEFAULT_MULTICAST_LOOP IP_DEFAULT_MULTICAST_TTL '
        'IP_DROP_SOURCE_MEMBERSHIP IP_HDRINCL IP_MAX_MEMBERSHIPS IP_OPTIONS IP_PKTINFO IP_RECVOPTS IP_RECVRETOPTS '
        'IP_RECVTOS IP_RETOPTS IP_TRANSPARENT IP_UNBLOCK_SOURCE J1939_EE_INFO_NONE J1939_EE_INFO_TX_ABORT '
        'J1939_FILTER_MAX J1939_IDLE_ADDR J1939_MAX_UNICAST_ADDR J1939_NLA_BYTES_ACKED J1939_NLA_PAD J1939_NO_ADDR '
        'J1939_NO_NAME J1939_NO_PGN J1939_PGN_ADDRESS_CLAIMED J1939_PGN_ADDRESS_COMMANDED J1939_PGN_MAX '
        'J1939_PGN_PDU1_MAX J1939_PGN_REQUEST MSG_CMSG_CLOEXEC MSG_CONFIRM MSG_CTRUNC MSG_EOR MSG_ERRQUEUE '
        'MSG_FASTOPEN MSG_MORE NETLINK_CRYPTO NETLINK_DNRTMSG NETLINK_FIREWALL NETLINK_IP6_FW NETLINK_NFLOG '
        'NETLINK_ROUTE NETLINK_USERSOCK NETLINK_XFRM NI_DGRAM NI_IDN NI_MAXHOST NI_MAXSERV NI_NOFQDN '
        'PACKET_BROADCAST PACKET_FASTROUTE PACKET_HOST PACKET_LOOPBACK PACKET_MULTICAST PACKET_OTHERHOST '
        'PACKET_OUTGOING PF_CAN PF_PACKET PF_RDS SCM_CREDENTIALS SCM_J1939_DEST_ADDR SCM_J1939_DEST_NAME '
        'SCM_J1939_ERRQUEUE SCM_J1939_PRIO SCM_RIGHTS SOL_ALG SOL_CAN_BASE SOL_CAN_RAW SOL_RDS SOL_TIPC '
        'SO_BINDTODEVICE SO_BINDTOIFINDEX SO_DOMAIN SO_INCOMING_CPU SO_J1939_ERRQUEUE SO_J1939_FILTER '
        'SO_J1939_PROMISC SO_J1939_SEND_PRIO SO_MARK SO_PASSCRED SO_PASSSEC SO_PEERCRED SO_PEERSEC SO_PRIORITY '
        'SO_PROTOCOL SO_RCVLOWAT SO_SNDLOWAT SO_VM_SOCKETS_BUFFER_MAX_SIZE SO_VM_SOCKETS_BUFFER_MIN_SIZE '
        'SO_VM_SOCKETS_BUFFER_SIZE TCP_CC_INFO TCP_CONGESTION TCP_CORK TCP_DEFER_ACCEPT TCP_FASTOPEN_CONNECT '
        'TCP_FASTOPEN_KEY TCP_FASTOPEN_NO_COOKIE TCP_INFO TCP_INQ TCP_LINGER2 TCP_MD5SIG TCP_MD5SIG_EXT '
        'TCP_NOTSENT_LOWAT TCP_QUEUE_SEQ TCP_REPAIR TCP_REPAIR_OPTIONS TCP_REPAIR_QUEUE TCP_REPAIR_WINDOW '
        'TCP_SAVED_SYN TCP_SAVE_SYN TCP_SYNCNT TCP_THIN_DUPACK TCP_THIN_LINEAR_TIMEOUTS TCP_TIMESTAMP TCP_TX_DELAY '
        'TCP_ULP TCP_WINDOW_CLAMP TCP_ZEROCOPY_RECEIVE TIPC_ADDR_ID TIPC_ADDR_NAME TIPC_ADDR_NAMESEQ TIPC_CFG_SRV '
        'TIPC_CLUSTER_SCOPE TIPC_CONN_TIMEOUT TIPC_CRITICAL_IMPORTANCE TIPC_DEST_DROPPABLE TIPC_HIGH_IMPORTANCE '
        'TIPC_IMPORTANCE TIPC_LOW_IMPORTANCE TIPC_MEDIUM_IMPORTANCE TIPC_NODE_SCOPE TIPC_PUBLISHED '
        'TIPC_SRC_DROPPABLE TIPC_SUBSCR_TIMEOUT TIPC_SUB_CANCEL TIPC_SUB_PORTS TIPC_SUB_SERVICE TIPC_TOP_SRV '
        'TIPC_WAIT_FOREVER TIPC_WITHDRAWN TIPC_ZONE_SCOPE UDPLITE_RECV_CSCOV UDPLITE_SEND_CSCOV VMADDR_CID_ANY '
        'VMADDR_CID_HOST VMADDR_PORT_ANY VM_SOCKETS_INVALID_VERSION close dup if_indextoname recv_fds send_fds',
    'ssl':
        'ALERT_DESCRIPTION_ACCESS_DENIED ALERT_DESCRIPTION_BAD_CERTIFICATE '
        'ALERT_DESCRIPTION_BAD_CERTIFICATE_HASH_VALUE ALERT_DESCRIPTION_BAD_CERTIFICATE_STATUS_RESPONSE '
        'ALERT_DESCRIPTION_BAD_RECORD_MAC ALERT_DESCRIPTION_CERTIFICATE_EXPIRED '
        'ALERT_DESCRIPTION_CERTIFICATE_REVOKED ALERT_DESCRIPTION_CERTIFICATE_UNKNOWN '
        'ALERT_DESCRIPTION_CERTIFICATE_UNOBTAINABLE ALERT_DESCRIPTION_CLOSE_NOTIFY ALERT_DESCRIPTION_DECODE_ERROR '
        'ALERT_DESCRIPTION_DECOMPRESSION_FAILURE ALERT_DESCRIPTION_DECRYPT_ERROR '
        'ALERT_DESCRIPTION_HANDSHAKE_FAILURE ALERT_DESCRIPTION_ILLEGAL_PARAMETER '
        'ALERT_DESCRIPTION_INSUFFICIENT_SECURITY ALERT_DESCRIPTION_INTERNAL_ERROR '
        'ALERT_DESCRIPTION_NO_RENEGOTIATION ALERT_DESCRIPTION_PROTOCOL_VERSION ALERT_DESCRIPTION_RECORD_OVERFLOW '
        'ALERT_DESCRIPTION_UNEXPECTED_MESSAGE ALERT_DESCRIPTION_UNKNOWN_CA ALERT_DESCRIPTION_UNKNOWN_PSK_IDENTITY '
        'ALERT_DESCRIPTION_UNRECOGNIZED_NAME ALERT_DESCRIPTION_UNSUPPORTED_CERTIFICATE '
        'ALERT_DESCRIPTION_UNSUPPORTED_EXTENSION ALERT_DESCRIPTION_USER_CANCELLED AlertDescription '
        'CHANNEL_BINDING_TYPES DER_cert_to_PEM_cert DefaultVerifyPaths HAS_PSK HAS_TLSv1 HAS_TLSv1_1 MemoryBIO '
        'OP_CIPHER_SERVER_PREFERENCE OP_ENABLE_KTLS OP_ENABLE_MIDDLEBOX_COMPAT OP_IGNORE_UNEXPECTED_EOF '
        'OP_LEGACY_SERVER_CONNECT OP_NO_RENEGOTIATION OP_NO_TICKET PEM_FOOTER PEM_HEADER PEM_cert_to_DER_cert '
        'RAND_add RAND_status SOL_SOCKET SO_TYPE SSLErrorNumber SSLSession SSL_ERROR_EOF '
        'SSL_ERROR_INVALID_ERROR_CODE SSL_ERROR_SSL SSL_ERROR_SYSCALL SSL_ERROR_WANT_CONNECT SSL_ERROR_WANT_READ '
        'SSL_ERROR_WANT_WRITE SSL_ERROR_WANT_X509_LOOKUP SSL_ERROR_ZERO_RETURN VERIFY_ALLOW_PROXY_CERTS '
        'VERIFY_CRL_CHECK_CHAIN VERIFY_CRL_CHECK_LEAF VERIFY_DEFAULT VERIFY_X509_PARTIAL_CHAIN VERIFY_X509_STRICT '
        'VERIFY_X509_TRUSTED_FIRST VerifyFlags cert_time_to_seconds create_connection get_protocol_name namedtuple '
        'socket_error',
    'stat':
        'FILE_ATTRIBUTE_ARCHIVE FILE_ATTRIBUTE_COMPRESSED FILE_ATTRIBUTE_DEVICE FILE_ATTRIBUTE_DIRECTORY '
        'FILE_ATTRIBUTE_ENCRYPTED FILE_ATTRIBUTE_HIDDEN FILE_ATTRIBUTE_INTEGRITY_STREAM FILE_ATTRIBUTE_NORMAL '
        'FILE_ATTRIBUTE_NOT_CONTENT_INDEXED FILE_ATTRIBUTE_NO_SCRUB_DATA FILE_ATTRIBUTE_OFFLINE '
        'FILE_ATTRIBUTE_READONLY FILE_ATTRIBUTE_REPARSE_POINT FILE_ATTRIBUTE_SPARSE_FILE FILE_ATTRIBUTE_SYSTEM '
        'FILE_ATTRIBUTE_TEMPORARY FILE_ATTRIBUTE_VIRTUAL SF_DATALESS SF_FIRMLINK SF_RESTRICTED SF_SETTABLE '
        'UF_DATAVAULT UF_SETTABLE UF_TRACKED',
    'statistics':
        'kde kde_random',
    'tempfile':
        'TMP_MAX gettempprefixb',
    'traceback':
        'print_last',
    'tracemalloc':
        'BaseFilter DomainFilter Filter Frame Iterable Sequence Snapshot Statistic StatisticDiff Trace Traceback '
        'total_ordering',
    'types':
        'CapsuleType',
    'unicodedata':
        'UCD ucd_3_2_0',
    'urllib.request':
        'AbstractBasicAuthHandler AbstractDigestAuthHandler CacheFTPHandler DataHandler FTPHandler FancyURLopener '
        'FileHandler HTTPDefaultErrorHandler HTTPDigestAuthHandler HTTPErrorProcessor HTTPPasswordMgrWithPriorAuth '
        'ProxyBasicAuthHandler ProxyDigestAuthHandler URLopener UnknownHandler',
    'uuid':
        'Enum bytes_ int_ main',
    'xml':
        'dom etree parsers sax',
    'zipfile':
        'Path PyZipFile',
    'aiohttp':
        'AddrInfoType AsyncIterablePayload AsyncResolver BadContentDispositionHeader BadContentDispositionParam '
        'BodyPartReader BufferedReaderPayload BytesIOPayload BytesPayload ChainMapProxy ClientHandlerType '
        'ClientMiddlewareType ClientRequest DataQueue DefaultResolver DigestAuthMiddleware EMPTY_PAYLOAD ETag '
        'EofStream Fingerprint FlowControlDataQueue GunicornUVLoopWebWorker GunicornWebWorker IOBasePayload '
        'JsonPayload MultipartReader MultipartWriter NamedPipeConnector PAYLOAD_REGISTRY Payload SocketFactoryType '
        'StringIOPayload StringPayload TextIOPayload ThreadedResolver TraceConnectionCreateEndParams '
        'TraceConnectionCreateStartParams TraceConnectionQueuedEndParams TraceConnectionQueuedStartParams '
        'TraceConnectionReuseconnParams TraceDnsCacheHitParams TraceDnsCacheMissParams TraceDnsResolveHostEndParams '
        'TraceDnsResolveHostStartParams TraceRequestChunkSentParams TraceRequestHeadersSentParams '
        'TraceRequestRedirectParams TraceResponseChunkReceivedParams UploadAbortedError UploadTracker '
        'content_disposition_filename encode_basic_auth get_payload hdrs parse_content_disposition payload_type '
        'set_zlib_backend streamer',
    'aiohttp.web':
        'AbstractResource AbstractRoute AbstractRouteDef BaseRunner BaseSite CleanupError ContentCoding '
        'DynamicResource HTTPMove HTTPRequestRangeNotSatisfiable HTTPRequestURITooLong HTTPUnprocessableEntity '
        'NamedPipeSite NotAppKeyWarning PayloadAccessError PlainResource PrefixedSubAppResource RequestHandler '
        'RequestKey RequestPayloadError ResponseKey Server SockSite StaticResource UnixSite UrlMappingMatchInfo '
        'json_bytes_response normalize_path_middleware',
    'colorama':
        'AnsiToWin32',
    'dotenv':
        'get_cli_string load_ipython_extension',
    'httpx':
        'ASGITransport AsyncByteStream ByteStream DigestAuth NetRCAuth Proxy SyncByteStream WSGITransport '
        '__description__ __title__ create_ssl_context main',
    'multidict':
        'get_include',
    'pytest':
        'Approx Cache CallInfo CaptureFixture Class CollectReport Collector Config Dir Directory DoctestItem '
        'ExitCode File FixtureDef FixtureLookupError FixtureRequest Function HIDDEN_PARAM HookRecorder Item '
        'LineMatcher LogCaptureFixture MarkGenerator Metafunc Module MonkeyPatch OptionGroup Package ParameterSet '
        'Parser PytestApproxDecimalToleranceWarning PytestAssertRewriteWarning PytestCacheWarning '
        'PytestCollectionWarning PytestConfigWarning PytestDeprecationWarning PytestExperimentalApiWarning '
        'PytestFDWarning PytestPluginManager PytestRemovedIn10Warning PytestReturnNotNoneWarning '
        'PytestUnhandledThreadExceptionWarning PytestUnknownMarkWarning PytestUnraisableExceptionWarning '
        'PytestWarning Pytester RaisesExc RaisesGroup RecordedHookCall RunResult ScopeName Session Stash StashKey '
        'SubtestReport Subtests TempPathFactory TempdirFactory TerminalReporter TestReport TestShortLogReport '
        'Testdir UsageError WarningsRecorder cmdline console_main deprecated_call freeze_includes hookimpl hookspec '
        'register_assert_rewrite register_fixture set_trace version_tuple warns yield_fixture',
    'requests':
        'utils',
    'urllib3':
        'BaseHTTPResponse HTTPConnectionPool HTTPHeaderDict HTTPResponse HTTPSConnectionPool PoolManager '
        'ProxyManager Timeout add_stderr_logger connection_from_url encode_multipart_formdata make_headers '
        'proxy_from_url request',
    'yarl':
        'Query QueryVariable SimpleQuery cache_clear cache_configure cache_info query_to_pairs',
    'bs4':
        'AttributeResemblesVariableWarning CSS ElementFilter GuessedAtParserWarning MarkupResemblesLocatorWarning '
        'ParserRejectedMarkup Script StopParsing Stylesheet TemplateString UnicodeDammit UnusualUsageWarning '
        'XMLParsedAsHTMLWarning',
}
