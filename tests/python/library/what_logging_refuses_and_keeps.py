# Loggers are pickled by their names and made by their managers;
# configurations of queues and places in a configuration are judged.
import copy
import logging
import logging.config
import logging.handlers
import os
import pickle
import sys
print(sorted(logging.__all__))
print(logging.handlers.__dict__.get('__all__'))
lg=logging.getLogger('a.b')
for p in range(3): print(pickle.loads(pickle.dumps(lg,p)) is lg)
try: pickle.dumps(logging.Logger('own'))
except Exception as e: print(type(e).__name__, e)
print(copy.copy(lg) is lg, copy.deepcopy(lg) is lg)
print(pickle.loads(pickle.dumps(logging.getLogger())) is logging.root)
old=logging.lastResort
logging.lastResort=None
logging.getLogger('x').warning('hm')
logging.getLogger('x').warning('hm')
logging.lastResort=old
class Own(logging.Logger):
    def _log(self, level, msg, args, **k): print('own', msg)
man=logging.Manager(None)
try: man.setLoggerClass(int)
except TypeError as e: print(e)
man.setLoggerClass(Own)
l=man.getLogger('test'); l.warning('seen'); print(type(l).__name__)
logging.basicConfig(filename='/tmp/x.log', filemode='wb', force=True)
logging.warning('bytes?')
print(logging.root.handlers[0].mode, type(logging.root.handlers[0].stream).__name__)
logging.basicConfig(force=True, stream=sys.stdout, format='%(message)s')
logging.warning('with', stack_info=True)
class H(logging.StreamHandler):
    def __init__(self, how): super().__init__(); self.how=how; self.called=[]
    def acquire(self):
        self.called.append('acquire'); super().acquire()
    def flush(self):
        self.called.append('flush')
        if self.how=='flush': raise OSError('f')
        if self.how=='value': raise ValueError('f')
        if self.how=='other': raise IndexError('f')
    def close(self):
        self.called.append('close'); super().close()
    def release(self):
        self.called.append('release'); super().release()
import weakref
for how in '', 'flush', 'value', 'other':
    for r in (True, False):
        logging.raiseExceptions=r
        h=H(how)
        h.called.clear()
        try: logging.shutdown([weakref.ref(h)])
        except IndexError as e: print(repr(e))
        print(how, h.called)
        h.how=''
logging.raiseExceptions=True
class C:
    def __init__(self, *a, **k): pass
for q in ({'()':'queue.Queue'}, 42, 'nosuch', {'()': 'time.time'}, {'()': '__main__.C'}, True):
    for key in 'queue','listener':
        cfg={'version':1,'handlers':{'h1':{'class':'logging.StreamHandler'},'ah':{'class':'logging.handlers.QueueHandler','handlers':['h1'],key:q}},'root':{'level':'DEBUG','handlers':['ah']}}
        try: logging.config.dictConfig(cfg); print('ok', type(logging.getHandlerByName('ah').listener).__name__)
        except Exception as e: print(type(e).__name__, e, repr(e.__cause__))
cfg={'version':1,'handlers':{'h1':{'class':'logging.StreamHandler','formatter':'nosuch'}}}
try: logging.config.dictConfig(cfg)
except Exception as e: print(type(e).__name__, e, repr(e.__cause__))
cfg={'version':1,'formatters':{'f':{'()':'__main__.nosuch'}}}
try: logging.config.dictConfig(cfg)
except Exception as e: print(type(e).__name__, e, repr(e.__cause__))
b = logging.config.BaseConfigurator({'atuple':(1,2,3),'alist':['a','b','c'],'adict':{'d':'e','f':3},'nest1':('g',('h','i'),'j'),'nest2':['k',['l','m'],'n'],'nest3':['o','cfg://alist','p']})
print(b.convert('cfg://atuple[1]'), b.convert('cfg://alist[1]'), b.convert('cfg://nest1[1][0]'), b.convert('cfg://nest2[1][1]'), b.convert('cfg://adict.d'), b.convert('cfg://adict[f]'), b.config['nest3'], b.config.pop('nest3'))
for bad in 'cfg://nosuch','cfg://!','cfg://adict[2':
    try: print(b.convert(bad))
    except Exception as e: print(type(e).__name__, e)
h=logging.handlers.WatchedFileHandler('/tmp/w2.log','w'); lg=logging.getLogger('w'); lg.addHandler(h)
lg.warning('one'); os.rename('/tmp/w2.log','/tmp/w3.log'); lg.warning('two'); lg.warning('three')
os.rename('/tmp/w2.log','/tmp/w4.log'); open('/tmp/w2.log','w').close(); lg.warning('four')
for n in 'w2','w3','w4': print(n, open(f'/tmp/{n}.log').read().split())
h.close()
for n in 'w2','w3','w4': os.remove(f'/tmp/{n}.log')
import queue
full = logging.getLogger('full')
full.propagate = False
full.addHandler(logging.handlers.QueueHandler(queue.Queue(1)))
full.warning('fits')
full.warning('does not')
