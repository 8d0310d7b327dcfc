# recorded by hand: CPython with redis 6.4 and a Redis server
import redis

r = redis.Redis(decode_responses=True)
r.flushall()


def run(script, keys=(), args=()):
    try:
        print(r.eval(script, len(keys), *keys, *args))
    except redis.ResponseError as error:
        print(type(error).__name__, str(error).split(" script: ")[0])


LIMIT = """
local count = redis.call('INCR', KEYS[1])
if count == 1 then
    redis.call('EXPIRE', KEYS[1], ARGV[1])
end
if count > tonumber(ARGV[2]) then
    return 0
end
return 1
"""
allowed = r.register_script(LIMIT)
print([allowed(keys=["visits"], args=[60, 3]) for _ in range(5)], r.ttl("visits") > 50)
run("return {1, 2, {3, 'four'}, true, false, 5.9}")
run("return {KEYS[1], ARGV[1] * 2, #ARGV}", ["k"], [21, "x"])
run("return redis.call('SET', KEYS[1], 'v')", ["k"])
run("return redis.call('GET', 'nothing')")
run("return type(redis.call('GET', 'nothing'))")
run("local t = {} for i = 10, 1, -3 do t[#t + 1] = i end table.sort(t) return table.concat(t, '-')")
run("local n = 0 for k, v in pairs({a = 1, b = 2, 5}) do n = n + v end return n")
run("local s = '' for i, v in ipairs({'x', 'y', nil, 'z'}) do s = s .. i .. v end return s")
run("return string.format('%05.1f|%-4s|%x|%q', 3.14159, 'ab', 255, 'q')")
run("return {string.sub('lantern', 2, -3), string.upper('a'), string.rep('ab', 3), ('x'):len(), string.find('hello', 'l+')}")
run("local name, number = string.match('key:42', '(%a+):(%d+)') return {name, number + 1}")
run("return string.gsub('a-b-c', '%-', '+')")
run("local function f(n) if n < 2 then return n end return f(n - 1) + f(n - 2) end return f(15)")
run("local i = 0 while true do i = i + 1 if i > 5 then break end end repeat i = i - 2 until i < 0 return i")
run("local a, b, c = (function(...) return select('#', ...), ... end)(7, 8) return {a, b, c}")
run("return cjson.encode({list = {1, 2, 'x'}})")
run("return cjson.decode(ARGV[1])['a'][2]", [], ['{"a": [1, "two"]}'])
run("return {math.floor(3.7), math.max(1, 9, 4), 7 % 3, -7 % 3, 2 ^ 10, 7 / 2 == 3.5}")
run("return tostring(nil) .. tostring(true) .. tostring(1e15) .. tostring(0.1)")
run("local ok, e = pcall(function() error('inner') end) return tostring(ok)")
run("return redis.pcall('LPUSH', 'k', 1)")
run("return redis.call('LPUSH', 'k', 1)")
run("return redis.error_reply('MINE went wrong')")
run("return redis.status_reply('FINE')")
run("x = 1")
run("return y")
run("return 1 .. {}")
run("return nil + 1")
run("if then")
print(r.script_exists(allowed.sha, "0" * 40))
try:
    r.evalsha("0" * 40, 0)
except redis.exceptions.NoScriptError as error:
    print(error)
with r.pipeline() as pipe:
    allowed(keys=["visits"], args=[60, 9], client=pipe)
    pipe.get("visits")
    print(pipe.execute())
