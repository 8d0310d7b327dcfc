def f():
    复制代码
f()
# found: 
