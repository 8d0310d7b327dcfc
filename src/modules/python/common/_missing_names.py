"""Names of CPython's that modules here lack: who asks for one is told so.

Made by `RENEW=1 cargo test --test documents` with docs/python-support.md.
"""
NAMES = {
    'ast':
        'IntEnum auto contextmanager main nullcontext',
    'concurrent.futures.process':
        'Queue format_exception partial',
    'hmac':
        'digest_size trans_36 trans_5C',
    'http.server':
        'CGIHTTPRequestHandler',
    'inspect':
        'BlockFinder',
    'locale':
        'normalize',
    'logging.config':
        'IDENTIFIER StreamRequestHandler ThreadingTCPServer',
    'os':
        'confstr_names pathconf_names sched_param',
    'platform':
        'AndroidVer IOSVersionInfo android_ver ios_ver java_ver',
    'socket':
        'CAPI',
    'ssl':
        'namedtuple socket_error',
    'unicodedata':
        'UCD ucd_3_2_0',
    'urllib.request':
        'CacheFTPHandler FancyURLopener URLopener',
    'uuid':
        'Enum bytes_ int_ main',
    'webbrowser':
        'Chrome Chromium Edge Elinks Epiphany Konqueror Mozilla Opera UnixBrowser main parse_args '
        'register_X_browsers register_standard_browsers',
    'zipfile':
        'PyZipFile',
    'aiohttp':
        'AddrInfoType BadContentDispositionHeader BadContentDispositionParam ChainMapProxy DataQueue EMPTY_PAYLOAD '
        'EofStream Fingerprint FlowControlDataQueue GunicornUVLoopWebWorker GunicornWebWorker NamedPipeConnector '
        'PAYLOAD_REGISTRY SocketFactoryType UploadAbortedError UploadTracker set_zlib_backend streamer',
    'aiohttp.web':
        'NamedPipeSite',
    'httpx':
        'main',
    'pydantic_core':
        'ModelFieldsSet',
    'pydantic_settings':
        'AWSSecretsManagerSettingsSource AWSSystemsManagerSettingsSource AzureKeyVaultSettingsSource CLI_SUPPRESS '
        'CliApp CliDualFlag CliExplicitFlag CliImplicitFlag CliMutuallyExclusiveGroup CliPositionalArg '
        'CliSettingsSource CliSubCommand CliSuppress CliToggleFlag CliUnknownArgs CliVariadicArg '
        'GoogleSecretManagerSettingsSource IncompleteFieldDefinitionWarning NestedSecretsSettingsSource '
        'YamlConfigSettingsSource get_subcommand',
    'pytest':
        'DoctestItem HookRecorder LineMatcher Pytester RecordedHookCall RunResult ScopeName TestShortLogReport '
        'Testdir register_fixture set_trace',
    'starlette.responses':
        'MalformedRangeHeader RangeNotSatisfiable',
    'urllib3':
        'BaseHTTPResponse add_stderr_logger',
    'bs4':
        'AttributeResemblesVariableWarning ElementFilter ParserRejectedMarkup StopParsing XMLParsedAsHTMLWarning',
    'typing_extensions':
        'NoExtraItems Sentinel TypeForm evaluate_forward_ref',
    'aiormq':
        'SSLContextProvider TransportFactory',
    'pika':
        'AMQPConnectionWorkflow',
    'attrs':
        'ClassProps __author__ __copyright__ __description__ __email__ __license__ __title__ __url__ '
        '__version_info__ inspect',
    'aioconsole':
        'AsynchronousCli AsynchronousConsole InteractiveEventLoop InteractiveEventLoopPolicy aeval aexec interact '
        'run_apython run_console set_interactive_policy start_interactive_server',
    'psutil':
        'CONN_CLOSE CONN_CLOSE_WAIT CONN_CLOSING CONN_FIN_WAIT1 CONN_FIN_WAIT2 CONN_LAST_ACK CONN_SYN_RECV '
        'CONN_SYN_SENT CONN_TIME_WAIT IOPRIO_CLASS_BE IOPRIO_CLASS_IDLE IOPRIO_CLASS_NONE IOPRIO_CLASS_RT '
        'PROCFS_PATH RLIMIT_AS RLIMIT_CORE RLIMIT_CPU RLIMIT_DATA RLIMIT_FSIZE RLIMIT_LOCKS RLIMIT_MEMLOCK '
        'RLIMIT_MSGQUEUE RLIMIT_NICE RLIMIT_NOFILE RLIMIT_NPROC RLIMIT_RSS RLIMIT_RTPRIO RLIMIT_RTTIME '
        'RLIMIT_SIGPENDING RLIMIT_STACK RLIM_INFINITY heap_info heap_trim',
    'yaml':
        'AliasEvent AliasToken AnchorToken BlockEndToken BlockEntryToken BlockMappingStartToken '
        'BlockSequenceStartToken CollectionEndEvent CollectionStartEvent DirectiveToken DocumentEndEvent '
        'DocumentEndToken DocumentStartEvent DocumentStartToken Event FlowEntryToken FlowMappingEndToken '
        'FlowMappingStartToken FlowSequenceEndToken FlowSequenceStartToken KeyToken MappingEndEvent '
        'MappingStartEvent NodeEvent ScalarEvent ScalarToken SequenceEndEvent SequenceStartEvent StreamEndEvent '
        'StreamEndToken StreamStartEvent StreamStartToken TagToken Token ValueToken add_path_resolver emit parse '
        'scan warnings',
    'structlog.stdlib':
        'ExtraAdder recreate_defaults render_to_log_args_and_kwargs',
    'websocket':
        'Any DEFAULT_SOCKET_OPTION Optional STATUS_BAD_GATEWAY STATUS_INVALID_EXTENSION STATUS_INVALID_PAYLOAD '
        'STATUS_MESSAGE_TOO_BIG STATUS_POLICY_VIOLATION STATUS_SERVICE_RESTART STATUS_STATUS_NOT_AVAILABLE '
        'STATUS_TLS_HANDSHAKE_ERROR STATUS_TRY_AGAIN_LATER STATUS_UNEXPECTED_CONDITION STATUS_UNSUPPORTED_DATA_TYPE '
        'continuous_frame debug dump error frame_buffer isEnabledForDebug isEnabledForError isEnabledForTrace recv '
        'recv_line send sock_opt trace warning',
    'prettytable':
        'RowType TableHandler from_html from_html_one from_json from_mediawiki',
}
