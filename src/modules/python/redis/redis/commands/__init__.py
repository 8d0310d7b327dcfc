"""The methods of clients, one for each command of the server."""
from redis.commands.containers import HashCommands, ListCommands, SetCommands
from redis.commands.keys import AsyncBasicKeyCommands, BasicKeyCommands
from redis.commands.server import AsyncManagementCommands, AsyncScanCommands, ManagementCommands, ScanCommands
from redis.commands.sorted_sets import SortedSetCommands
from redis.commands.streams import StreamCommands


class CoreCommands(BasicKeyCommands, ListCommands, SetCommands, SortedSetCommands, HashCommands, StreamCommands, ScanCommands,
                   ManagementCommands):
    pass


class AsyncCoreCommands(AsyncBasicKeyCommands, ListCommands, SetCommands, SortedSetCommands, HashCommands, StreamCommands, AsyncScanCommands,
                        AsyncManagementCommands):
    pass
