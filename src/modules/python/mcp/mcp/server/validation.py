"""What a request for sampling has to keep to."""
from mcp.shared.exceptions import McpError
from mcp.types import INVALID_PARAMS, ErrorData


def check_sampling_tools_capability(client_caps):
    return client_caps is not None and client_caps.sampling is not None and client_caps.sampling.tools is not None


def validate_sampling_tools(client_caps, tools, tool_choice):
    if (tools is not None or tool_choice is not None) and not check_sampling_tools_capability(client_caps):
        raise McpError(ErrorData(code=INVALID_PARAMS, message='Client does not support sampling tools capability'))


def validate_tool_use_result_messages(messages):
    if not messages:
        return
    last = messages[-1].content_as_list
    before = messages[-2].content_as_list if len(messages) > 1 else None
    uses = {each.id for each in before or () if each.type == 'tool_use'}
    results = {each.toolUseId for each in last if each.type == 'tool_result'}
    if results:
        if any(each.type != 'tool_result' for each in last):
            raise ValueError('The last message must contain only tool_result content if any is present')
        if before is None:
            raise ValueError('tool_result requires a previous message containing tool_use')
        if not uses:
            raise ValueError('tool_result blocks do not match any tool_use in the previous message')
    if uses and uses != results:
        raise ValueError('ids of tool_result blocks and tool_use blocks from previous message do not match')
