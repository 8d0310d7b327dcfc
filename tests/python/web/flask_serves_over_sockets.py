# recorded by hand: CPython with Flask 3.1.3, Werkzeug 3.1.9 and requests 2.34.2
"""app.run() serves each request in a thread; what it logs is the server's own."""
import logging
import threading
import time
import urllib.error
import urllib.request

import requests
from flask import Flask, Response, jsonify, request, stream_with_context
from werkzeug.serving import make_server


class Lines(logging.Handler):
    """Prints what is logged, without its time."""

    def emit(self, record):
        text = record.getMessage()
        print('log', record.name, record.levelname, text[:text.find('[')] + text[text.find(']') + 2:] if ' - - [' in text else text)


logging.getLogger('werkzeug').addHandler(Lines())
logging.getLogger('bank').addHandler(Lines())
app = Flask('bank')
balance, lock = {'ann': 100}, threading.Lock()


@app.get('/balance/<name>')
def show(name):
    return jsonify(name=name, balance=balance[name])


@app.post('/pay')
def pay():
    order = request.get_json()
    with lock:
        before = balance['ann']
        time.sleep(0.1)
        balance['ann'] = before - order['amount']
    app.logger.warning('paid %s', order['amount'])
    return {'left': balance['ann']}, 201


@app.get('/events')
def events():
    @stream_with_context
    def lines():
        for number in range(3):
            time.sleep(0.2)
            yield f'{request.path} {number}\n'
    return Response(lines(), mimetype='text/event-stream')


threading.Thread(target=app.run, kwargs={'port': 5000}, daemon=True).start()
time.sleep(0.5)
base = 'http://127.0.0.1:5000'
with urllib.request.urlopen(base + '/balance/ann') as answer:
    print(answer.status, answer.read(), answer.headers['Content-Type'], answer.headers['Connection'])
for path in '/lost', '/balance/bob':
    try:
        urllib.request.urlopen(base + path)
    except urllib.error.HTTPError as error:
        print(error.code, error.reason, len(error.read()))


def customer(amount):
    response = requests.post(base + '/pay', json={'amount': amount})
    print(response.status_code, response.json())


customers = [threading.Thread(target=customer, args=(amount,)) for amount in (10, 20, 30)]
for thread in customers:
    thread.start()
    time.sleep(0.01)
for thread in customers:
    thread.join()
with requests.get(base + '/events', stream=True) as response:
    print(response.headers['Transfer-Encoding'], list(response.iter_lines()))
print(requests.put(base + '/pay').status_code, requests.get(base + '/balance/ann').text)

server = make_server('localhost', 0, app)
thread = threading.Thread(target=server.serve_forever)
thread.start()
print(requests.get(f'http://localhost:{server.port}/balance/ann').json(), server.multithread)
server.shutdown()
thread.join()
try:
    requests.get(f'http://localhost:{server.port}/')
except requests.ConnectionError:
    print('nobody serves')
