"""What asyncpg raises: a class for each code of PostgreSQL's."""


class PostgresMessage:
    """What all that comes of a server has: its fields, by their names; those that it has not are None."""
    severity = severity_en = sqlstate = message = detail = hint = position = internal_position = internal_query = context = None
    schema_name = table_name = column_name = data_type_name = constraint_name = query = None
    server_source_filename = server_source_line = server_source_function = None

    def as_dict(self):
        return {name: value for name, value in self.__dict__.items() if value is not None and name != 'query'}


class PostgresError(PostgresMessage, Exception):
    """An error that the server reports."""

    def __str__(self):
        text = self.args[0] if self.args else ''
        if self.detail:
            text += f'\nDETAIL:  {self.detail}'
        if self.hint:
            text += f'\nHINT:  {self.hint}'
        return text


class FatalPostgresError(PostgresError):
    """A fatal error that the server reports."""


class UnknownPostgresError(FatalPostgresError):
    """An error with a code that nobody knows."""


class InterfaceMessage:
    def __init__(self, *, detail=None, hint=None):
        self.detail, self.hint = detail, hint

    def __str__(self):
        text = self.args[0]
        if self.detail:
            text += f'\nDETAIL:  {self.detail}'
        if self.hint:
            text += f'\nHINT:  {self.hint}'
        return text


class InterfaceError(InterfaceMessage, Exception):
    """A wrong use of the library."""

    def __init__(self, msg, *, detail=None, hint=None):
        InterfaceMessage.__init__(self, detail=detail, hint=hint)
        Exception.__init__(self, msg)


class ClientConfigurationError(InterfaceError, ValueError):
    """Wrong arguments for a connection."""


class UnsupportedClientFeatureError(InterfaceError):
    """What the library cannot do."""


class UnsupportedServerFeatureError(InterfaceError):
    """What the server cannot do."""


class InterfaceWarning(InterfaceMessage, UserWarning):
    """A warning about the library's use."""

    def __init__(self, msg, *, detail=None, hint=None):
        InterfaceMessage.__init__(self, detail=detail, hint=hint)
        UserWarning.__init__(self, msg)


class InternalClientError(Exception):
    """A fault of the library's."""


class OutdatedSchemaCacheError(InternalClientError):
    """A type has changed since the library asked for it."""

    def __init__(self, msg, *, schema=None, data_type=None, position=None):
        super().__init__(msg)
        self.schema_name, self.data_type_name, self.position = schema, data_type, position


class ProtocolError(InternalClientError):
    """An answer that nobody expected."""


class TargetServerAttributeNotMatched(InternalClientError):
    """No server is as it was wished for."""


class PostgresLogMessage(PostgresMessage):
    """A notice of the server's."""

    def __str__(self):
        return f'{type(self).__name__}: {self.message}'


for _class in list(vars().values()):
    if isinstance(_class, type) and _class.__module__ == __name__:
        _class.__module__ = 'asyncpg.exceptions._base'


class PostgresWarning(PostgresLogMessage, Warning):
    sqlstate = '01000'


# A code and a name, without `Error`; behind a colon the codes of its kind.
_TABLE = '''
03000 SQLStatementNotYetComplete
08000 PostgresConnection: 08001 ClientCannotConnect, 08003 ConnectionDoesNotExist, 08004 ConnectionRejection, 08006
    ConnectionFailure, 08007 TransactionResolutionUnknown, 08P01 ProtocolViolation
09000 TriggeredAction
0A000 FeatureNotSupported: - InvalidCachedStatement
0B000 InvalidTransactionInitiation
0F000 Locator: 0F001 InvalidLocatorSpecification
0L000 InvalidGrantor: 0LP01 InvalidGrantOperation
0P000 InvalidRoleSpecification
0Z000 Diagnostics: 0Z002 StackedDiagnosticsAccessedWithoutActiveHandler
20000 CaseNotFound
21000 CardinalityViolation
22000 Data: 22001 StringDataRightTruncation, 22002 NullValueNoIndicatorParameter, 22003 NumericValueOutOfRange, 22004
    NullValueNotAllowed, 22005 ErrorInAssignment, 22007 InvalidDatetimeFormat, 22008 DatetimeFieldOverflow, 22009
    InvalidTimeZoneDisplacementValue, 2200B EscapeCharacterConflict, 2200C InvalidUseOfEscapeCharacter, 2200D
    InvalidEscapeOctet, 2200F ZeroLengthCharacterString, 2200G MostSpecificTypeMismatch, 2200H
    SequenceGeneratorLimitExceeded, 22010 InvalidIndicatorParameterValue, 22011 Substring, 22012 DivisionByZero, 22013
    InvalidPrecedingOrFollowingSize, 22014 InvalidArgumentForNtileFunction, 22015 IntervalFieldOverflow, 22016
    InvalidArgumentForNthValueFunction, 22018 InvalidCharacterValueForCast, 22019 InvalidEscapeCharacter, 2201B
    InvalidRegularExpression, 2201E InvalidArgumentForLogarithm, 2201F InvalidArgumentForPowerFunction, 2201G
    InvalidArgumentForWidthBucketFunction, 2201W InvalidRowCountInLimitClause, 2201X InvalidRowCountInResultOffsetClause,
    22021 CharacterNotInRepertoire, 22022 IndicatorOverflow, 22023 InvalidParameterValue, 22024 UnterminatedCString, 22025
    InvalidEscapeSequence, 22026 StringDataLengthMismatch, 22027 Trim, 2202E ArraySubscript, 2202G InvalidTablesampleRepeat,
    2202H InvalidTablesampleArgument, 22030 DuplicateJsonObjectKeyValue, 22031 InvalidArgumentForSQLJsonDatetimeFunction,
    22032 InvalidJsonText, 22033 InvalidSQLJsonSubscript, 22034 MoreThanOneSQLJsonItem, 22035 NoSQLJsonItem, 22036
    NonNumericSQLJsonItem, 22037 NonUniqueKeysInAJsonObject, 22038 SingletonSQLJsonItemRequired, 22039 SQLJsonArrayNotFound,
    2203A SQLJsonMemberNotFound, 2203B SQLJsonNumberNotFound, 2203C SQLJsonObjectNotFound, 2203D TooManyJsonArrayElements,
    2203E TooManyJsonObjectMembers, 2203F SQLJsonScalarRequired, 2203G SQLJsonItemCannotBeCastToTargetType, 22P01
    PostgresFloatingPoint, 22P02 InvalidTextRepresentation, 22P03 InvalidBinaryRepresentation, 22P04 BadCopyFileFormat, 22P05
    UntranslatableCharacter, 22P06 NonstandardUseOfEscapeCharacter
23000 IntegrityConstraintViolation: 23001 RestrictViolation, 23502 NotNullViolation, 23503 ForeignKeyViolation, 23505
    UniqueViolation, 23514 CheckViolation, 23P01 ExclusionViolation
24000 InvalidCursorState
25000 InvalidTransactionState: 25001 ActiveSQLTransaction, 25002 BranchTransactionAlreadyActive, 25003
    InappropriateAccessModeForBranchTransaction, 25004 InappropriateIsolationLevelForBranchTransaction, 25005
    NoActiveSQLTransactionForBranchTransaction, 25006 ReadOnlySQLTransaction, 25007 SchemaAndDataStatementMixingNotSupported,
    25008 HeldCursorRequiresSameIsolationLevel, 25P01 NoActiveSQLTransaction, 25P02 InFailedSQLTransaction, 25P03
    IdleInTransactionSessionTimeout, 25P04 TransactionTimeout
26000 InvalidSQLStatementName
27000 TriggeredDataChangeViolation
28000 InvalidAuthorizationSpecification: 28P01 InvalidPassword
2B000 DependentPrivilegeDescriptorsStillExist: 2BP01 DependentObjectsStillExist
2D000 InvalidTransactionTermination
34000 InvalidCursorName
3B000 Savepoint: 3B001 InvalidSavepointSpecification
3D000 InvalidCatalogName
3F000 InvalidSchemaName
40000 TransactionRollback: 40001 Serialization, 40002 TransactionIntegrityConstraintViolation, 40003
    StatementCompletionUnknown, 40P01 DeadlockDetected
42000 SyntaxOrAccess: 42501 InsufficientPrivilege, 42601 PostgresSyntax, 42602 InvalidName, 42611 InvalidColumnDefinition,
    42622 NameTooLong, 42701 DuplicateColumn, 42702 AmbiguousColumn, 42703 UndefinedColumn, 42704 UndefinedObject, 42710
    DuplicateObject, 42712 DuplicateAlias, 42723 DuplicateFunction, 42725 AmbiguousFunction, 42803 Grouping, 42804
    DatatypeMismatch, 42809 WrongObjectType, 42830 InvalidForeignKey, 42846 CannotCoerce, 42883 UndefinedFunction, 428C9
    GeneratedAlways, 42939 ReservedName, 42P01 UndefinedTable, 42P02 UndefinedParameter, 42P03 DuplicateCursor, 42P04
    DuplicateDatabase, 42P05 DuplicatePreparedStatement, 42P06 DuplicateSchema, 42P07 DuplicateTable, 42P08
    AmbiguousParameter, 42P09 AmbiguousAlias, 42P10 InvalidColumnReference, 42P11 InvalidCursorDefinition, 42P12
    InvalidDatabaseDefinition, 42P13 InvalidFunctionDefinition, 42P14 InvalidPreparedStatementDefinition, 42P15
    InvalidSchemaDefinition, 42P16 InvalidTableDefinition, 42P17 InvalidObjectDefinition, 42P18 IndeterminateDatatype, 42P19
    InvalidRecursion, 42P20 Windowing, 42P21 CollationMismatch, 42P22 IndeterminateCollation
44000 WithCheckOptionViolation
53000 InsufficientResources: 53100 DiskFull, 53200 OutOfMemory, 53300 TooManyConnections, 53400 ConfigurationLimitExceeded
54000 ProgramLimitExceeded: 54001 StatementTooComplex, 54011 TooManyColumns, 54023 TooManyArguments
55000 ObjectNotInPrerequisiteState: 55006 ObjectInUse, 55P02 CantChangeRuntimeParam, 55P03 LockNotAvailable, 55P04
    UnsafeNewEnumValueUsage
57000 OperatorIntervention: 57014 QueryCanceled, 57P01 AdminShutdown, 57P02 CrashShutdown, 57P03 CannotConnectNow, 57P04
    DatabaseDropped, 57P05 IdleSessionTimeout
58000 PostgresSystem: 58030 PostgresIO, 58P01 UndefinedFile, 58P02 DuplicateFile, 58P03 FileNameTooLong
72000 SnapshotTooOld
P0000 PLPGSQL: P0001 Raise, P0002 NoDataFound, P0003 TooManyRows, P0004 Assert
XX000 InternalServer
'''
BY_CODE = {}


def _make(text, base):
    code, _, name = text.strip().partition(' ')
    name += 'Error'
    made = type(name, (base,), {'__module__': __name__} | ({'sqlstate': code} if code != '-' else {}))
    globals()[name] = made
    if code != '-':
        BY_CODE[code] = made
    return made


for _line in _TABLE.strip().replace('\n    ', ' ').split('\n'):
    _first, _, _others = _line.partition(': ')
    _base_of = _make(_first, PostgresError)
    for _other in _others.split(', ') if _others else ():
        _make(_other, _base_of)
__all__ = [_name for _name, _value in vars().items() if isinstance(_value, type) and not _name.startswith('_')
           and _name not in ('PostgresMessage', 'InterfaceMessage')]


def of_server(error, query=None):
    """The exception for a server's error."""
    kind = BY_CODE.get(error.code) or BY_CODE.get(error.code[:2] + '000', PostgresError)
    made = kind(error.message)
    fields = {'severity': 'ERROR', 'severity_en': 'ERROR', 'sqlstate': error.code, 'message': error.message, **error.fields}
    made.__dict__.update(fields)
    if query is not None:
        made.query = query
    return made
