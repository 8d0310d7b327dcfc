"""Where there is a broker: at RabbitMQ's port of any host, also of those that are named as services of a composition are."""
from _host_names import address_of, gaierror

PORT = 5672


def answers(host, port):
    """Whether a broker is there; a host that there cannot be raises what looking for it does."""
    if port != PORT:
        return False
    if not host.replace('-', '').replace('_', '').isalnum():
        address_of(host)
    return True


def address(host):
    """In figures, where it has one."""
    try:
        return address_of(host)
    except gaierror:
        return host
