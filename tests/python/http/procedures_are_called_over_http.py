# recorded by hand: the judge waits for ever in a call
# xmlrpc: a server in a thread, its procedures and what goes wrong in them, and values as XML.
import datetime
import threading
import xmlrpc.client
from xmlrpc.server import SimpleXMLRPCRequestHandler, SimpleXMLRPCServer


class Handler(SimpleXMLRPCRequestHandler):
    rpc_paths = ("/RPC2",)


class Account:
    def __init__(self):
        self.balance = 10

    def deposit(self, amount):
        """Adds to the balance."""
        self.balance += amount
        return self.balance

    def _hidden(self):
        return "hidden"


def divide(x, y):
    return x / y


def check(value):
    if value < 0:
        raise xmlrpc.client.Fault(7, "negative")
    return {"value": value, "list": [1, 2.5, "three <&>", True, None]}


server = SimpleXMLRPCServer(("127.0.0.1", 0), requestHandler=Handler, logRequests=False, allow_none=True)
server.register_introspection_functions()
server.register_multicall_functions()
server.register_function(pow)
server.register_function(divide, "math.divide")
server.register_instance(Account())


@server.register_function
def echo(value):
    return value


server.register_function(check)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_address[1]}"


def refused(function, *args):
    try:
        print(function(*args))
    except xmlrpc.client.Fault as fault:
        print(fault.faultCode, fault.faultString)
    except Exception as error:
        print(type(error).__name__, error)


with xmlrpc.client.ServerProxy(url, allow_none=True) as proxy:
    print(proxy.system.listMethods())
    print(repr(proxy.system.methodHelp("deposit")), proxy.system.methodSignature("pow"))
    print(proxy.pow(2, 10), proxy.math.divide(1, 4), proxy.deposit(5), proxy.check(3))
    refused(proxy.math.divide, 1, 0)
    refused(proxy.check, -1)
    refused(proxy.missing)
    refused(proxy._hidden)
    refused(proxy.pow, 1)
    refused(proxy.echo, 2 ** 40)
    refused(proxy.echo, {1: 2})
    refused(proxy.echo, {1, 2})
    for value in None, -1, "ä€", b"bytes", (1, [2]), {}, "", datetime.datetime(2026, 1, 2, 3, 4, 5):
        print(repr(value), "->", str(proxy.echo(value)))
    calls = xmlrpc.client.MultiCall(proxy)
    calls.pow(2, 3)
    calls.math.divide(1, 0)
    calls.echo("last")
    answers = calls()
    print(answers[0], answers[2])
    try:
        answers[1]
    except xmlrpc.client.Fault as fault:
        print(repr(fault))
with xmlrpc.client.ServerProxy(url + "/elsewhere") as proxy:
    try:
        proxy.pow(1, 1)
    except xmlrpc.client.ProtocolError as error:
        print(error.url.partition("/")[2], error.errcode, error.errmsg)
refused(xmlrpc.client.ServerProxy, "ftp://somewhere")
server.shutdown()
server.server_close()

text = xmlrpc.client.dumps((1, "a<b", [True, 2.0], {"k": b"\x00"}, datetime.datetime(2026, 1, 1)), "name")
print(text)
print(xmlrpc.client.loads(text, use_builtin_types=True))
print(xmlrpc.client.dumps(("answer",), methodresponse=True))
print(xmlrpc.client.dumps(xmlrpc.client.Fault(1, "wrong")))
refused(xmlrpc.client.loads, xmlrpc.client.dumps(xmlrpc.client.Fault(4, "again")))
refused(xmlrpc.client.dumps, (None,))
refused(xmlrpc.client.dumps, (object(),))
refused(xmlrpc.client.dumps, [1])
refused(xmlrpc.client.Binary, "text")
moment = xmlrpc.client.DateTime("20260102T03:04:05")
print(moment, moment == "20260102T03:04:05", moment < xmlrpc.client.DateTime("20270101T00:00:00"), moment.timetuple()[:6])
loop = []
loop.append(loop)
refused(xmlrpc.client.dumps, (loop,))
