"""Questions whose answers are checked."""
from rich import get_console
from rich.text import Text


class PromptError(Exception):
    """Something about prompts."""


class InvalidResponse(PromptError):
    """An answer that is not taken; says why."""

    def __init__(self, message):
        self.message = message

    def __rich__(self):
        return self.message


class PromptBase:
    """A question that is asked until its answer can be taken."""
    response_type = str
    validate_error_message = '[prompt.invalid]Please enter a valid value'
    illegal_choice_message = '[prompt.invalid.choice]Please select one of the available options'
    prompt_suffix = ': '
    choices = None

    def __init__(self, prompt='', *, console=None, password=False, choices=None, case_sensitive=True, show_default=True,
                 show_choices=True):
        self.console = console or get_console()
        self.prompt = Text.from_markup(prompt, style='prompt') if isinstance(prompt, str) else prompt
        self.password, self.case_sensitive = password, case_sensitive
        self.show_default, self.show_choices = show_default, show_choices
        if choices is not None:
            self.choices = choices

    def __class_getitem__(cls, item):
        return cls

    @classmethod
    def ask(cls, prompt='', *, console=None, password=False, choices=None, case_sensitive=True, show_default=True,
            show_choices=True, default=..., stream=None):
        """Asks and gives the answer."""
        asked = cls(prompt, console=console, password=password, choices=choices, case_sensitive=case_sensitive,
                    show_default=show_default, show_choices=show_choices)
        return asked(default=default, stream=stream)

    def render_default(self, default):
        return Text(f'({default})', 'prompt.default')

    def make_prompt(self, default):
        prompt = self.prompt.copy()
        prompt.end = ''
        if self.show_choices and self.choices:
            prompt.append(' ').append(f'[{"/".join(self.choices)}]', 'prompt.choices')
        if default != ... and self.show_default and isinstance(default, (str, self.response_type)):
            prompt.append(' ').append(self.render_default(default))
        return prompt.append(self.prompt_suffix)

    @classmethod
    def get_input(cls, console, prompt, password, stream=None):
        return console.input(prompt, password=password, stream=stream)

    def check_choice(self, value):
        return self._chosen(value) is not None

    def _chosen(self, value):
        """The choice that an answer means; None: it means none."""
        assert self.choices is not None
        value = value.strip()
        if self.case_sensitive:
            return value if value in self.choices else None
        return next((choice for choice in self.choices if choice.lower() == value.lower()), None)

    def process_response(self, value):
        value = value.strip()
        try:
            answer = self.response_type(value)
        except ValueError:
            raise InvalidResponse(self.validate_error_message)
        if self.choices is not None:
            if not self.check_choice(value):
                raise InvalidResponse(self.illegal_choice_message)
            if not self.case_sensitive:
                answer = self.response_type(self._chosen(value))
        return answer

    def on_validate_error(self, value, error):
        self.console.print(error, markup=True)

    def pre_prompt(self):
        """Comes before each question."""

    def __call__(self, *, default=..., stream=None):
        while True:
            self.pre_prompt()
            value = self.get_input(self.console, self.make_prompt(default), self.password, stream=stream)
            if value == '' and default != ...:
                return default
            try:
                return self.process_response(value)
            except InvalidResponse as error:
                self.on_validate_error(value, error)


class Prompt(PromptBase):
    """Asks for a string."""


class IntPrompt(PromptBase):
    """Asks for a whole number."""
    response_type = int
    validate_error_message = '[prompt.invalid]Please enter a valid integer number'


class FloatPrompt(PromptBase):
    """Asks for a number."""
    response_type = float
    validate_error_message = '[prompt.invalid]Please enter a number'


class Confirm(PromptBase):
    """Asks for yes or no."""
    response_type = bool
    validate_error_message = '[prompt.invalid]Please enter Y or N'
    choices = ['y', 'n']

    def render_default(self, default):
        yes, no = self.choices
        return Text(f'({yes if default else no})', style='prompt.default')

    def process_response(self, value):
        value = value.strip().lower()
        if value not in self.choices:
            raise InvalidResponse(self.validate_error_message)
        return value == self.choices[0]
