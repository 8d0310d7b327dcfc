from mcp.server.fastmcp.utilities.logging import get_logger

logger = get_logger(__name__)


class PromptManager:
    def __init__(self, warn_on_duplicate_prompts=True):
        self._prompts = {}
        self.warn_on_duplicate_prompts = warn_on_duplicate_prompts

    def get_prompt(self, name):
        return self._prompts.get(name)

    def list_prompts(self):
        return list(self._prompts.values())

    def add_prompt(self, prompt):
        if self.warn_on_duplicate_prompts and prompt.name in self._prompts:
            logger.warning(f'Prompt already exists: {prompt.name}')
        return self._prompts.setdefault(prompt.name, prompt)

    async def render_prompt(self, name, arguments=None, context=None):
        prompt = self.get_prompt(name)
        if prompt is None:
            raise ValueError(f'Unknown prompt: {name}')
        return await prompt.render(arguments, context=context)
