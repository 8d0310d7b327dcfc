from aioredis import Redis, StrictRedis
