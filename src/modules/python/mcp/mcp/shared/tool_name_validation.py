"""Names of tools: letters, digits, `_`, `-` and `.`; others are taken, with a warning in the log."""
import logging
from dataclasses import dataclass, field
from re import compile, findall

TOOL_NAME_REGEX = compile(r'^[A-Za-z0-9._-]{1,128}$')
SEP_986_URL = 'https://modelcontextprotocol.io/specification/2025-11-25/server/tools#tool-names'
logger = logging.getLogger(__name__)


@dataclass
class ToolNameValidationResult:
    is_valid: bool
    warnings: list[str] = field(default_factory=list)


def validate_tool_name(name):
    if not name:
        return ToolNameValidationResult(False, ['Tool name cannot be empty'])
    if len(name) > 128:
        return ToolNameValidationResult(False, [f'Tool name exceeds maximum length of 128 characters (current: {len(name)})'])
    told = [f'Tool name contains {what}, which may cause parsing issues' for sign, what in ((' ', 'spaces'), (',', 'commas')) if sign in name]
    told += [f'Tool name starts or ends with a {what}, which may cause parsing issues in some contexts'
             for sign, what in (('-', 'dash'), ('.', 'dot')) if name[0] == sign or name[-1] == sign]
    valid = TOOL_NAME_REGEX.fullmatch(name) is not None
    if not valid:
        wrong = dict.fromkeys(findall(r'[^A-Za-z0-9._-]', name))
        told += [f'Tool name contains invalid characters: {", ".join(map(repr, wrong))}',
                 'Allowed characters are: A-Z, a-z, 0-9, underscore (_), dash (-), and dot (.)']
    return ToolNameValidationResult(valid, told)


def issue_tool_name_warning(name, warnings):
    if warnings:
        for line in (f'Tool name validation warning for "{name}":', *(f'  - {each}' for each in warnings),
                     'Tool registration will proceed, but this may cause compatibility issues.',
                     'Consider updating the tool name to conform to the MCP tool naming standard.',
                     f'See SEP-986 ({SEP_986_URL}) for more details.'):
            logger.warning(line)


def validate_and_warn_tool_name(name):
    result = validate_tool_name(name)
    issue_tool_name_warning(name, result.warnings)
    return result.is_valid
