"""Dumpers by the names that they have in yaml.dumper."""
from yaml.representer import Dumper, SafeDumper
