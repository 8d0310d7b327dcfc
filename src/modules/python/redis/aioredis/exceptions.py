from redis.exceptions import *
