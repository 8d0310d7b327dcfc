"""What several modules ask."""
import re as _re

from fastapi.datastructures import given_or_default as get_value_or_default


def is_body_allowed_for_status_code(status_code):
    if status_code is None or status_code in ('default', '1XX', '2XX', '3XX', '4XX', '5XX'):
        return True
    return int(status_code) >= 200 and int(status_code) not in (204, 205, 304)


def generate_unique_id(route):
    return _re.sub(r'\W', '_', f'{route.name}{route.path_format}') + '_' + next(iter(route.methods)).lower()


def deep_dict_update(main_dict, update_dict):
    for key, value in update_dict.items():
        old = main_dict.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            deep_dict_update(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            main_dict[key] = old + value
        else:
            main_dict[key] = value
