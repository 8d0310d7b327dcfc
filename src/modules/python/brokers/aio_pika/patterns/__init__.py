"""Calls of functions elsewhere, and tasks for workers."""
from aio_pika.patterns.master import JsonMaster, Master, NackMessage, RejectMessage, Worker
from aio_pika.patterns.rpc import RPC, JsonRPC

__all__ = 'Master', 'NackMessage', 'RejectMessage', 'RPC', 'Worker', 'JsonMaster', 'JsonRPC'
