"""All the commands of the simulated Redis server."""
import _redis_admin
import _redis_bits
import _redis_hashes
import _redis_keys
import _redis_lists
import _redis_pubsub
import _redis_scripts
import _redis_sets
import _redis_sorted_sets
import _redis_streams
import _redis_strings
