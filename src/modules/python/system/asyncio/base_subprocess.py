"""The transports of other processes."""
import collections
import os
import signal
import subprocess
import sys
import warnings
from asyncio import protocols, transports
from asyncio._subprocess import BaseSubprocessTransport, ReadSubprocessPipeProto, WriteSubprocessPipeProto
from asyncio.log import logger
