"""AMQP 0-9-1's methods: their numbers, what answers them, and their fields with what these are by default."""

# A method's line: its number, its name, `!` where it waits for an answer, and its fields.
_TEXT = '''
Connection 10
10 Start ! version_major=0 version_minor=9 server_properties mechanisms='PLAIN' locales='en_US'
11 StartOk client_properties mechanism='PLAIN' response='' locale='en_US'
20 Secure ! challenge
21 SecureOk response
30 Tune ! channel_max=0 frame_max=0 heartbeat=0
31 TuneOk channel_max=0 frame_max=0 heartbeat=0
40 Open ! virtual_host='/' capabilities='' insist=False
41 OpenOk known_hosts=''
50 Close ! reply_code reply_text='' class_id method_id
51 CloseOk
60 Blocked reason=''
61 Unblocked
70 UpdateSecret ! new_secret reason
71 UpdateSecretOk
Channel 20
10 Open ! out_of_band='0'
11 OpenOk channel_id='0'
20 Flow ! active
21 FlowOk active
40 Close ! reply_code reply_text='' class_id method_id
41 CloseOk
Exchange 40
10 Declare ! ticket=0 exchange='' exchange_type='direct' passive=False durable=False auto_delete=False internal=False nowait=False arguments={}
11 DeclareOk
20 Delete ! ticket=0 exchange='' if_unused=False nowait=False
21 DeleteOk
30 Bind ! ticket=0 destination='' source='' routing_key='' nowait=False arguments={}
31 BindOk
40 Unbind ! ticket=0 destination='' source='' routing_key='' nowait=False arguments={}
51 UnbindOk
Queue 50
10 Declare ! ticket=0 queue='' passive=False durable=False exclusive=False auto_delete=False nowait=False arguments={}
11 DeclareOk queue message_count consumer_count
20 Bind ! ticket=0 queue='' exchange='' routing_key='' nowait=False arguments={}
21 BindOk
30 Purge ! ticket=0 queue='' nowait=False
31 PurgeOk message_count
40 Delete ! ticket=0 queue='' if_unused=False if_empty=False nowait=False
41 DeleteOk message_count
50 Unbind ! ticket=0 queue='' exchange='' routing_key='' arguments={}
51 UnbindOk
Basic 60
10 Qos ! prefetch_size=0 prefetch_count=0 global_=False
11 QosOk
20 Consume ! ticket=0 queue='' consumer_tag='' no_local=False no_ack=False exclusive=False nowait=False arguments={}
21 ConsumeOk consumer_tag
30 Cancel ! consumer_tag nowait=False
31 CancelOk consumer_tag
40 Publish ticket=0 exchange='' routing_key='' mandatory=False immediate=False
50 Return reply_code reply_text='' exchange='' routing_key
60 Deliver consumer_tag delivery_tag redelivered=False exchange='' routing_key
70 Get ! ticket=0 queue='' no_ack=False
71 GetOk delivery_tag redelivered=False exchange='' routing_key message_count
72 GetEmpty cluster_id=''
80 Ack delivery_tag=0 multiple=False
90 Reject delivery_tag requeue=True
100 RecoverAsync requeue=False
110 Recover ! requeue=False
111 RecoverOk
120 Nack delivery_tag=0 multiple=False requeue=True
Tx 90
10 Select !
11 SelectOk
20 Commit !
21 CommitOk
30 Rollback !
31 RollbackOk
Confirm 85
10 Select ! nowait=False
11 SelectOk
'''
_WORDS = {'False': False, 'True': True, '{}': {}}
# By class, its number and methods: (number, name, whether it waits, {field: default}).
CLASSES, NUMBERS = {}, {}


def _default(word):
    return _WORDS[word] if word in _WORDS else word.strip("'") if word[0] == "'" else int(word)


def _read():
    methods, kind, class_id = [], '', 0
    for line in _TEXT.strip().splitlines():
        words = line.split()
        if words[1].isdigit():
            kind, class_id, methods = words[0], int(words[1]), []
            CLASSES[kind] = class_id, methods
            continue
        fields = {}
        for word in words[2:]:
            if word != '!':
                name, _, default = word.partition('=')
                fields[name] = _default(default) if default else None
        methods.append((int(words[0]), words[1], '!' in words, fields))
        NUMBERS[f'{kind}.{words[1]}'] = class_id, int(words[0])


_read()
PROPERTIES = ('content_type', 'content_encoding', 'headers', 'delivery_mode', 'priority', 'correlation_id', 'reply_to', 'expiration',
              'message_id', 'timestamp', 'type', 'user_id', 'app_id', 'cluster_id')
