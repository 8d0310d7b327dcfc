"""What is done once an answer has been sent."""
from starlette.background import BackgroundTasks as _BackgroundTasks


class BackgroundTasks(_BackgroundTasks):
    pass
