"""Modules that there are elsewhere and not here: of CPython's library, and libraries of others. Behind the arrow stands
what to use instead. Who imports one of others' is told so; one of CPython's can be imported, and who asks for a name of it
is told.

The engine reads this as text.
"""
STANDARD = '''
_interpchannels _interpqueues _interpreters
ensurepip
modulefinder
pydoc_data test turtledemo venv
_compression _py_abc _pydecimal _pyio _sitebuiltins curses.has_key
importlib._bootstrap importlib._bootstrap_external json.scanner multiprocessing.forkserver multiprocessing.heap
multiprocessing.popen_forkserver multiprocessing.popen_spawn_posix multiprocessing.resource_sharer
multiprocessing.resource_tracker sqlite3.dump tkinter.commondialog tkinter.dialog tkinter.dnd
xml.dom.expatbuilder xml.dom.xmlbuilder => xml.dom.minidom or xml.sax
re._casefix re._compiler => re.compile and what a pattern tells
'''
OTHERS = '''
twisted aiomisc asynkit aiochan asks unsync taskgroup async_generator aionursery => asyncio has the like of it: TaskGroup, timeout, Queue, Event
delorean moment workalendar holidays => datetime
aioodbc aioinflux aiochclient odmantic umongo redis_om => a dict with await asyncio.sleep(…) in front of each query shows the same waiting
aioelasticsearch elasticsearch_dsl => a dict with await asyncio.sleep(…) in front of each query shows the same waiting
strawberry graphene ariadne starlite channels hug => http.server or aiohttp.web serves the program's own clients
amqp vine saq procrastinate luigi airflow prefect dagster kazoo => asyncio.Queue between tasks of the program shows the same
requests_mock pytest_httpx aiounittest pytest_benchmark ward behave factory betamax => unittest, with its IsolatedAsyncioTestCase
bleach html2text xmlschema defusedxml googletrans langdetect => html.parser, or bs4
fastjsonschema schematics pydash addict munch box dotmap immutables construct => dataclasses
pyperclip enlighten cmd2 cement cliff PyInquirer npyscreen => print
xgboost lightgbm deap mesa cvxopt pyomo talib jieba textblob => lists, math and statistics
librosa soundfile pydub panda3d asyncqt pyqtgraph => print: the timeline draws what ran when
httpcore requests_cache aiohttp_client_cache => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
httpx_ws aiohttp_sse python_socks => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
slack discord_webhook asyncpraw slixmpp => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
itchat wxpy werobot wechatpy tushare => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
akshare baostock steam pyvisa gpiozero => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
can hid ldap3 pysnmp nornir napalm => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
pyshark whisper vosk googleapiclient => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
aiopg aiomysql asyncmy => a dict with await asyncio.sleep(…) in front of each query shows the same waiting
databases motor beanie => a dict with await asyncio.sleep(…) in front of each query shows the same waiting
tortoise ormar gino edgedb => a dict with await asyncio.sleep(…) in front of each query shows the same waiting
aiomcache aiocache => a dict with await asyncio.sleep(…) in front of each query shows the same waiting
elasticsearch opensearchpy neo4j => a dict with await asyncio.sleep(…) in front of each query shows the same waiting
cassandra aerospike arango => a dict with await asyncio.sleep(…) in front of each query shows the same waiting
clickhouse_connect => a dict with await asyncio.sleep(…) in front of each query shows the same waiting
clickhouse_driver asynch piccolo => a dict with await asyncio.sleep(…) in front of each query shows the same waiting
prisma => a dict with await asyncio.sleep(…) in front of each query shows the same waiting
psycopg psycopg2 psycopg_pool pymysql => a dict with time.sleep(…) in front of each query shows the same waiting
MySQLdb mysql pymongo bson mongoengine => a dict with time.sleep(…) in front of each query shows the same waiting
fakeredis peewee pony => a dict with time.sleep(…) in front of each query shows the same waiting
sqlmodel alembic pyodbc cx_Oracle => a dict with time.sleep(…) in front of each query shows the same waiting
oracledb duckdb influxdb influxdb_client => a dict with time.sleep(…) in front of each query shows the same waiting
memcache pymemcache pylibmc tinydb lmdb => a dict with time.sleep(…) in front of each query shows the same waiting
leveldb etcd3 happybase qdrant_client => a dict with time.sleep(…) in front of each query shows the same waiting
chromadb pinecone weaviate pymilvus faiss => a dict with time.sleep(…) in front of each query shows the same waiting
hypercorn gunicorn daphne => uvicorn.run(app) serves the same applications
sanic quart => aiohttp.web serves the program's own clients
tornado blacksheep litestar falcon robyn japronto vibora aiohttp_jinja2 => aiohttp.web serves the program's own clients
aiohttp_session aiohttp_cors aiohttp_apispec socketify slowapi => aiohttp.web serves the program's own clients
fastapi_users asgiref => aiohttp.web serves the program's own clients
django bottle cherrypy pyramid => http.server or aiohttp.web serves the program's own clients
waitress webob dash streamlit gradio nicegui => http.server or aiohttp.web serves the program's own clients
rest_framework flask_sqlalchemy flask_restful => http.server or aiohttp.web serves the program's own clients
flask_cors flask_socketio meinheld bjoern => http.server or aiohttp.web serves the program's own clients
wsproto socketio => asyncio's streams, or aiohttp's ws_connect and web.WebSocketResponse
engineio autobahn picows h11 h2 hpack => asyncio's streams, or aiohttp's ws_connect and web.WebSocketResponse
httptools aioquic wsgidav simple_websocket => asyncio's streams, or aiohttp's ws_connect and web.WebSocketResponse
curio trio_asyncio => asyncio has the like of it: TaskGroup, timeout, Queue, Event
aiostream aiotools aiometer asyncer aioitertools => asyncio has the like of it: TaskGroup, timeout, Queue, Event
quattro aiojobs asyncstdlib aiodebug aiomonitor => asyncio has the like of it: TaskGroup, timeout, Queue, Event
aiorun aiologger culsans faust => asyncio has the like of it: TaskGroup, timeout, Queue, Event
eventlet => threading: its threads show what greenlets would do
winloop rloop qasync quamash aiodns pycares => asyncio's own loop shows the same
aiokafka kafka confluent_kafka => asyncio.Queue between tasks of the program shows the same
faststream nats pulsar stomp paho aiomqtt gmqtt hbmqtt => asyncio.Queue between tasks of the program shows the same
amqtt asyncio_mqtt celery kombu rq dramatiq huey arq => asyncio.Queue between tasks of the program shows the same
taskiq apscheduler zmq pyzmq aiozmq nanomsg pynng boto3 => asyncio.Queue between tasks of the program shows the same
botocore aiobotocore aioboto3 google grpc grpclib => asyncio.Queue between tasks of the program shows the same
grpcio azure => asyncio.Queue between tasks of the program shows the same
lxml html5lib parsel scrapy pyquery selectolax newspaper feedparser xmltodict soupsieve cssselect => html.parser, or bs4
readability trafilatura w3lib => html.parser, or bs4
pytest nose nose2 hypothesis pytest_asyncio pytest_mock asynctest => unittest, with its IsolatedAsyncioTestCase
aioresponses respx responses httpretty vcr freezegun time_machine => unittest, with its IsolatedAsyncioTestCase
locust mock testcontainers parameterized pytest_aiohttp => unittest, with its IsolatedAsyncioTestCase
marshmallow msgspec cattrs dacite voluptuous cerberus => dataclasses
typeguard beartype mashumaro => dataclasses
simplejson rapidjson msgpack cbor2 ruamel toml tomli tomlkit tomli_w avro fastavro thrift => json
capnp flatbuffers jsonpickle json5 dill cloudpickle hjson => json
typer fire docopt asyncclick cleo => argparse
texttable blessed blessings alive_progress progressbar halo yaspin => print
textual prompt_toolkit questionary inquirer pyfiglet emoji asciimatics urwid colored crayons pygments => print
icecream counterweight click_spinner simple_term_menu => print
colorlog coloredlogs logbook sentry_sdk pythonjsonlogger logfire opentelemetry => logging
prometheus_client statsd ddtrace newrelic daiquiri verboselogs aiologstash => logging
numpy pandas scipy sympy polars pyarrow xarray numba cupy jax modin vaex => lists, math and statistics
statsmodels sklearn networkx gmpy2 mpmath numexpr bottleneck => lists, math and statistics
pulp cvxpy ortools => lists, math and statistics
multiprocess aiomultiprocess billiard loky pyspark dask ray joblib mpi4py pathos => concurrent.futures or multiprocessing
faker => random
simpy => asyncio: its waits take virtual time here
matplotlib seaborn plotly bokeh altair pyecharts graphviz pydot pygal vispy PIL => print: the timeline draws what ran when
cv2 imageio skimage pygame pyglet arcade kivy PyQt5 PyQt6 PySide2 PySide6 => print: the timeline draws what ran when
PyQt4 wx gi customtkinter PySimpleGUI dearpygui toga flet ursina moviepy => print: the timeline draws what ran when
pyautogui pynput keyboard mouse win32api win32con pythoncom IPython => print: the timeline draws what ran when
ipywidgets jupyter notebook => print: the timeline draws what ran when
torch tensorflow keras transformers => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
openai anthropic langchain => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
langchain_core langchain_openai => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
langchain_community langgraph => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
llama_index ollama litellm => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
fastmcp huggingface_hub => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
sentence_transformers tiktoken cohere => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
groq mistralai instructor dspy crewai => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
autogen replicate spacy nltk gensim => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
accelerate deepspeed onnxruntime vllm => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
pydantic_ai smolagents selenium => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
playwright pyppeteer requests_html => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
mechanize mechanicalsoup splinter => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
webdriver_manager => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
undetected_chromedriver crawlee => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
crawl4ai apify aiosmtplib aioimaplib => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
aioftp asyncssh paramiko fabric => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
netmiko asyncio_dgram aiosmtpd => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
telethon pyrogram telegram telebot => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
aiogram discord nextcord disnake => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
slack_sdk slack_bolt tweepy praw => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
twitchio vk_api bleak serial => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
serial_asyncio aioserial pymodbus asyncua => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
bluetooth usb smbus RPi spidev pycurl => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
httplib2 treq aiohttp_retry => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
aiohttp_socks requests_futures => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
grequests requests_toolbelt => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
cloudscraper fake_useragent curl_cffi => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
niquests gql hvac docker kubernetes => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
kubernetes_asyncio zeroconf ping3 => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
aioping icmplib scapy nmap speedtest => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
wget youtube_dl yt_dlp pytube stripe => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
twilio sendgrid ccxt web3 yfinance => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
alpaca_trade_api binance ib_insync => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
sounddevice pyaudio pyttsx3 => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
speech_recognition gtts playsound => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
deepgram livekit pipecat aiortc => await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting
diskcache async_property cached_property dogpile => functools.lru_cache or a dict
retrying retry aioretry stamina => a loop with try, except and await asyncio.sleep(…)
statemachine transitions automat => an enum of states and a dict of transitions
pybreaker aiobreaker async_retrying circuitbreaker => a loop with try, except and await asyncio.sleep(…)
pyrate_limiter ratelimiter ratelimit aiothrottle => asyncio.Semaphore, held for await asyncio.sleep(…)
toolz cytoolz more_itertools deprecated deprecation boltons sortedcontainers => the collections, itertools and functools modules
pyrsistent funcy decorator pyee rx reactivex wrapt => the collections, itertools and functools modules
returns bidict glom pluggy => the collections, itertools and functools modules
mypy_extensions => typing
zope injector dependency_injector punq aioinject => the collections, itertools and functools modules
dateutil pytz arrow pendulum tzlocal croniter babel humanize dateparser maya => datetime
whenever tzdata => datetime
aioschedule aiocron crontab => sched, or a loop with time.sleep(…)
mako chameleon markdown mistune docutils sphinx weasyprint => string.Template or an f-string
reportlab docx openpyxl xlrd xlsxwriter xlwt PyPDF2 pypdf fitz pdfplumber pptx => string.Template or an f-string
ezodf odf => string.Template or an f-string
cryptography Crypto Cryptodome nacl bcrypt passlib jwt jose argon2 OpenSSL rsa => hashlib and secrets
ecdsa pyotp authlib oauthlib requests_oauthlib certifi keyring blake3 xxhash mmh3 base58 => hashlib and secrets
hashids shortuuid ulid nanoid => hashlib and secrets
decouple environs dynaconf hydra omegaconf confuse configobj everett => configparser or os.environ
pyinstrument yappi line_profiler memory_profiler scalene viztracer => the timeline, which shows what runs when
snakeviz guppy objgraph pympler py_spy filprofiler austin pyperf => the timeline, which shows what runs when
pysnooper stackprinter pudb ipdb debugpy pydevd remote_pdb => the timeline, which shows what runs when
better_exceptions => the timeline, which shows what runs when
watchdog watchfiles aionotify inotify aiofile aiopath fsspec s3fs => open(…) reads and writes files in memory
smart_open filelock portalocker h5py netCDF4 zarr chardet => open(…) reads and writes files in memory
charset_normalizer ftfy unidecode zstandard lz4 snappy brotli py7zr => open(…) reads and writes files in memory
rarfile patoolib send2trash appdirs platformdirs xdg => open(…) reads and writes files in memory
sh plumbum pexpect invoke delegator nox tox pipx => subprocess
mcp.server.auth mcp.client.auth mcp.shared.auth mcp.shared.auth_utils => a server that anybody may ask
mcp.server.experimental mcp.client.experimental mcp.shared.experimental => a tool that reports its progress
mcp.server.websocket mcp.client.websocket => mcp.client.streamable_http
mcp.cli => mcp.run()
setuptools pkg_resources pip wheel virtualenv Cython cffi pybind11 mypy black ruff isort flake8 pylint pyflakes
pycodestyle jedi parso bandit coverage poetry packaging idna pyparsing ply lark regex fuzzywuzzy rapidfuzz thefuzz
Levenshtein jellyfish geopy shapely geopandas folium astropy Bio bitarray bitstring intervaltree pygit2 github
gitlab jira pynvml GPUtil cpuinfo distro setproctitle pyftpdlib dns geoip2 whois netaddr netifaces tldextract
validators phonenumbers qrcode pytesseract easyocr mediapipe face_recognition ultralytics gym
gymnasium chess pyodide micropython uasyncio aiocsv aiofiles aiohttp annotated_types anyio async_timeout asyncpg bs4 click colorama
dotenv fastapi httpx multidict nest_asyncio orjson outcome pydantic pydantic_core pydantic_settings requests sniffio starlette tenacity tqdm trio uvicorn websockets
urllib3 uvloop yarl sqlalchemy redis flask werkzeug jinja2 gevent aio_pika aiormq pika mcp jsonschema rich attr attrs backoff psutil ujson aioconsole yaml structlog websocket prettytable email_validator exceptiongroup
'''
