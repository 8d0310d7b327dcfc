import re
import warnings

pattern = re.compile('\d+')
if pattern is 5: pass
print "\w", pattern
unread = '\q'
