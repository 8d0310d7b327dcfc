# recorded by hand: the recorder does not end with a server in a thread
# A server tells of several calls at once only where that is registered; the traceback goes through all of the client.
import threading
import traceback
import xmlrpc.client
import xmlrpc.server

server = xmlrpc.server.SimpleXMLRPCServer(('127.0.0.1', 0), logRequests=False)
server.register_function(pow)
threading.Thread(target=server.serve_forever, daemon=True).start()
proxy = xmlrpc.client.ServerProxy(f'http://127.0.0.1:{server.server_address[1]}')
for turn in range(2):
    calls = xmlrpc.client.MultiCall(proxy)
    calls.pow(2, 3)
    calls.pow(2, 'x')
    calls.pow(5, 2)
    try:
        answers = calls()
        print(answers[0], answers[2])
        print(answers[1])
    except xmlrpc.client.Fault as fault:
        print(fault.faultCode, fault.faultString)
        print([(frame.name, frame.lineno) for frame in traceback.extract_tb(fault.__traceback__)][1:])
    server.register_multicall_functions()
