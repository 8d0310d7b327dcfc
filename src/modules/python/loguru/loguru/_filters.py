"""Which records a handler takes, by the modules they come from."""


def filter_none(record):
    return record['name'] is not None


def filter_by_name(record, parent):
    return record['name'] is not None and (record['name'] + '.').startswith(parent)


def filter_by_level(record, level_per_module):
    name = record['name']
    while True:
        level = level_per_module.get(name)
        if level is not None:
            return level is not False and record['level'].no >= level
        if not name:
            return True
        name = name.rpartition('.')[0]
