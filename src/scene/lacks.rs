//! What Loopscope lacks, and the ways round, in Chinese. The engine says both in English where it stops a run
//! (`not_supported`), names and code of the program's among them; that English is the key here.

use super::model::Lang;

/// English and Chinese; `{}` is what the engine puts in. What is code alone (`import bz2`) needs no line.
const TABLE: &[(&str, &str)] = &[
    // -- what is lacking --
    ("the fixture {} of pytest", "pytest 的 fixture {}"),
    ("yaml: a class that has its own {}", "yaml：自带 {} 的类"),
    ("yaml: {} of a loader", "yaml：加载器的 {}"),
    ("start_mark of the nodes", "节点的 start_mark"),
    ("tags in the document", "文档中的标签"),
    ("the spinner {} of rich", "rich 的旋转指示符 {}"),
    (
        "asynchronous generators as fixtures of anyio with the backend trio",
        "以 trio 为后端的 anyio 中作为 fixture 的异步生成器",
    ),
    ("pytest with {}", "带 {} 的 pytest"),
    ("memory at an address that is not of ctypes' own objects", "不属于 ctypes 对象的地址上的内存"),
    ("a call of a NULL pointer", "调用 NULL 指针"),
    ("machine code", "机器码"),
    ("system call {}", "系统调用 {}"),
    ("{} in PostgreSQL", "PostgreSQL 中的 {}"),
    ("plainer SQL", "更简单的 SQL"),
    ("the event {} of SQLAlchemy", "SQLAlchemy 的事件 {}"),
    ("the SQLAlchemy dialect {}", "SQLAlchemy 方言 {}"),
    ("sqlite+aiosqlite:// or postgresql+asyncpg://", "sqlite+aiosqlite:// 或 postgresql+asyncpg://"),
    ("reflection of PostgreSQL", "PostgreSQL 的反射"),
    ("a relationship with lazy={} without back_populates", "没有 back_populates 的 lazy={} 关系"),
    ("awaiting below a generator that plain code iterates", "在由普通代码迭代的生成器之下等待"),
    ("a list", "列表"),
    ("as many parameters as there were", "与原来同样多的参数"),
    ("pyclbr of the library's modules", "用 pyclbr 读取标准库的模块"),
    ("pickletools.dis with annotate", "带 annotate 的 pickletools.dis"),
    ("asyncpg.connect to such a server", "用 asyncpg.connect 连接这样的服务器"),
    ("aiormq.connect to such a server", "用 aiormq.connect 连接这样的服务器"),
    ("port 5672", "5672 端口"),
    ("pika with such a server", "用 pika 连接这样的服务器"),
    ("ssl_options in a URL of pika", "pika 的 URL 中的 ssl_options"),
    ("a transport_factory of aiormq.Connection", "aiormq.Connection 的 transport_factory"),
    ("aiormq, which speaks with the simulated broker", "与模拟的代理通信的 aiormq"),
    ("localhost, port 5432", "localhost 的 5432 端口"),
    ("localhost, port 6379", "localhost 的 6379 端口"),
    ("mcp: authorization", "mcp 的授权"),
    (
        "FastMCP without auth=, auth_server_provider= and token_verifier=",
        "不带 auth=、auth_server_provider= 和 token_verifier= 的 FastMCP",
    ),
    ("a server that anybody may ask", "任何人都可以访问的服务器"),
    ("mcp: experimental tasks", "mcp 的实验性任务"),
    ("a tool that reports its progress", "报告进度的工具"),
    ("jsonschema: {}", "jsonschema 的 {}"),
    ("jsonschema: drafts before the sixth", "jsonschema 第六版之前的草案"),
    ("redis with such a server", "用 redis 连接这样的服务器"),
    ("redis by TLS", "用 TLS 连接 redis"),
    ("redis with protocol=3", "redis 的 protocol=3"),
    ("Redis, with one server", "Redis（只有一台服务器）"),
    ("numbers and texts", "数字和文本"),
    ("the standard library", "标准库"),
    ("print around the queries", "在查询前后使用 print"),
    ("the tables behind it", "视图背后的表"),
    ("CREATE VIRTUAL TABLE", "CREATE VIRTUAL TABLE（虚拟表）"),
    ("a table, and LIKE", "普通的表，配合 LIKE"),
    ("the statement itself", "语句本身"),
    ("reading a file that SQLite itself has written", "读取由 SQLite 本身写出的文件"),
    ("a database that the program makes", "由程序自己创建的数据库"),
    ("a look at the statements before they are executed", "在执行之前检查语句"),
    ("another process's use of a connection with an outside host", "另一个进程使用与外部主机的连接"),
    ("awk with {}", "带 {} 的 awk"),
    ("curl with {}", "带 {} 的 curl"),
    ("ping by way of other hosts", "途经其他主机的 ping"),
    ("one host", "只写一个主机"),
    ("xml.dom.minidom or xml.sax", "xml.dom.minidom 或 xml.sax"),
    ("a bar over the rows", "遍历各行的进度条"),
    ("stat without -c", "不带 -c 的 stat"),
    ("openssl {}", "openssl 的 {}"),
    ("openssl with {}", "带 {} 的 openssl"),
    ("hashlib, secrets and base64", "用 hashlib、secrets 和 base64"),
    ("grep -n", "用 grep -n"),
    ("re.compile and what a pattern tells", "用 re.compile，读取模式对象的属性"),
    ("messages with descriptors, or kept apart, between processes", "进程之间带描述符或保持边界的消息"),
    ("marshal of code objects whose source is not known", "用 marshal 处理源文本未知的代码对象"),
    ("the source of the code", "代码的源文本"),
    ("dis of code without its source", "反汇编没有源文本的代码"),
    ("dis of code whose file has changed", "反汇编源文件已改变的代码"),
    ("dis of code of compile(…, 'single')", "反汇编由 compile(…, 'single') 得到的代码"),
    ("dis of bytes", "反汇编 bytes"),
    ("dis with python -O", "在 python -O 下使用 dis"),
    ("dis with adaptive=True", "带 adaptive=True 的 dis"),
    ("dis.findlabels of bytes", "对 bytes 使用 dis.findlabels"),
    ("the place of a traceback in its code", "traceback 在其代码中的位置"),
    ("a function of the program", "程序自己的函数"),
    ("python without -O", "不带 -O 的 python"),
    ("the code object", "代码对象"),
    ("setting f_lineno", "设置 f_lineno"),
    ("setting __code__", "设置 __code__"),
    ("line events", "line 事件"),
    ("unicodedata without names.txt", "缺少 names.txt 时的 unicodedata"),
    ("\\N{…} without names.txt", "缺少 names.txt 时的 \\N{…} 转义"),
    ("a block with more than 65,534 constants, names or attributes", "常量、名称或属性超过 65,534 个的代码块"),
    ("a namespace's key that is no str", "命名空间中不是 str 的键"),
    ("a tunnel through a proxy", "经过代理的隧道"),
    ("StaticFiles of packages", "以包为来源的 StaticFiles"),
    ("uvicorn with uds=, fd= or ssl_…=", "带 uds=、fd= 或 ssl_…= 的 uvicorn"),
    ("uvicorn with WSGI applications", "用 uvicorn 运行 WSGI 应用"),
    ("uvicorn's command", "uvicorn 命令"),
    ("aiohttp.web with an ssl_context", "带 ssl_context 的 aiohttp.web"),
    ("websockets.sync.server.serve with ssl=", "带 ssl= 的 websockets.sync.server.serve"),
    ("await outside of functions (a flag of compile)", "函数之外的 await（compile 的一个标志）"),
    ("blocking inside what a built-in calls, beside other processes", "有其他进程时，在内置操作调用的代码中阻塞"),
    ("blocking inside what a built-in calls, in two threads at once", "两个线程同时在内置操作调用的代码中阻塞"),
    ("asyncio.proactor_events without a proactor", "没有 proactor 的 asyncio.proactor_events"),
    ("https to a server of the program itself", "用 https 访问程序自己的服务器"),
    ("import {} without library-{}.txt", "import {}（缺少 library-{}.txt）"),
    ("pass_fds of what is no pipe", "含有非管道描述符的 pass_fds"),
    ("os.fork inside {}", "在{}中调用 os.fork"),
    ("a coroutine, a generator or a callback", "协程、生成器或回调"),
    ("a coroutine or a generator", "协程或生成器"),
    ("find with {}", "带 {} 的 find"),
    ("another test, or Python", "换用其他测试条件，或改用 Python"),
    ("functions in sh", "sh 中的函数"),
    ("a script for each", "为每个函数写一个脚本"),
    ("the input of the process", "进程的输入"),
    ("reading all of /dev/{}", "读完 /dev/{}"),
    ("requests.adapters.HTTPAdapter with pool_block", "带 pool_block 的 requests.adapters.HTTPAdapter"),
    ("signal timers of computing time", "按计算时间计时的信号定时器"),
    ("the certificate of such a server", "这样的服务器的证书"),
    ("this kind of comprehension", "这种推导式"),
    ("traceback with capture_locals of a group", "带 capture_locals 的异常组 traceback"),
    ("TracebackException with another width or depth of groups", "以其他宽度或深度显示异常组的 TracebackException"),
    ("this kind of expression", "这种表达式"),
    ("urllib.request.urlopen of an ftp: URL", "用 urllib.request.urlopen 打开 ftp: URL"),
    ("{} of httpx with {}=", "带 {1}= 的 httpx {0}"),
    ("aiohttp.ClientSession.ws_connect with compress=", "带 compress= 的 aiohttp.ClientSession.ws_connect"),
    ("{} with -{}", "带 -{1} 的 {0}"),
    ("{} with TLS to a server of the program itself", "用 TLS 连接程序自己的服务器的 {}"),
    ("bs4.BeautifulSoup with {}", "使用 {} 的 bs4.BeautifulSoup"),
    ("bs4.Tag.select of {}", "选择器为 {} 的 bs4.Tag.select"),
    ("local time of {} in the year {}", "{1} 年的 {0} 本地时间"),
    ("zoneinfo.ZoneInfo({}) in the year {}", "{1} 年的 zoneinfo.ZoneInfo({0})"),
    ("the encoding {}", "编码 {}"),
    ("importlib.resources of the library's own packages", "对标准库自身的包使用 importlib.resources"),
    ("python -m sqlite3 without SQL", "不带 SQL 的 python -m sqlite3"),
    ("python -m pydoc with options", "带选项的 python -m pydoc"),
    // -- ways round --
    ("stdin, stdout and stderr", "stdin、stdout 和 stderr"),
    ("data of the program", "程序自己的数据"),
    ("a function of Python", "Python 的函数"),
    ("the os module", "os 模块"),
    ("html.parser, or bs4", "用 html.parser 或 bs4"),
    ("sched, or a loop with time.sleep(…)", "用 sched，或带 time.sleep(…) 的循环"),
    ("concurrent.futures or multiprocessing", "用 concurrent.futures 或 multiprocessing"),
    ("asyncio: its waits take virtual time here", "用 asyncio：它的等待在这里就按虚拟时间进行"),
    ("uvicorn.run(app) serves the same applications", "用 uvicorn.run(app) 为同样的应用服务"),
    ("a directory", "一个目录"),
    ("a server of the program itself at ws://localhost", "程序自己在 ws://localhost 上的服务器"),
    (
        "a dict with await asyncio.sleep(…) in front of each query shows the same waiting",
        "用 dict，每次查询前加上 await asyncio.sleep(…)，等待的过程一样",
    ),
    (
        "a dict with time.sleep(…) in front of each query shows the same waiting",
        "用 dict，每次查询前加上 time.sleep(…)，等待的过程一样",
    ),
    ("a loop with try, except and await asyncio.sleep(…)", "用带 try、except 和 await asyncio.sleep(…) 的循环"),
    ("an enum of states and a dict of transitions", "用状态的枚举和转移的字典"),
    ("asyncio.Semaphore, held for await asyncio.sleep(…)", "用 asyncio.Semaphore，占用期间 await asyncio.sleep(…)"),
    ("aiohttp.web serves the program's own clients", "用 aiohttp.web 为程序自己的客户端服务"),
    (
        "asyncio has the like of it: TaskGroup, timeout, Queue, Event",
        "asyncio 有类似的：TaskGroup、timeout、Queue、Event",
    ),
    ("asyncio's own loop shows the same", "asyncio 自己的循环表现相同"),
    (
        "asyncio's streams, or aiohttp's ws_connect and web.WebSocketResponse",
        "用 asyncio 的流，或 aiohttp 的 ws_connect 和 web.WebSocketResponse",
    ),
    ("asyncio.Queue between tasks of the program shows the same", "在程序的任务之间用 asyncio.Queue，效果相同"),
    ("configparser or os.environ", "用 configparser 或 os.environ"),
    ("functools.lru_cache or a dict", "用 functools.lru_cache 或 dict"),
    ("hashlib and secrets", "用 hashlib 和 secrets"),
    (
        "http.server or aiohttp.web serves the program's own clients",
        "用 http.server 或 aiohttp.web 为程序自己的客户端服务",
    ),
    ("lists, math and statistics", "用列表、math 和 statistics"),
    ("print: the timeline draws what ran when", "用 print：时间线会画出何时运行了什么"),
    ("string.Template or an f-string", "用 string.Template 或 f-string"),
    ("the collections, itertools and functools modules", "用 collections、itertools 和 functools 模块"),
    ("threading: its threads show what greenlets would do", "用 threading：线程能表现 greenlet 的行为"),
    ("unittest, with its IsolatedAsyncioTestCase", "用 unittest 及其 IsolatedAsyncioTestCase"),
    ("a connection with the host itself", "直接连接主机"),
    ("the bytes as they are", "直接使用原始字节"),
    ("a connection of its own", "由它自己建立连接"),
    ("a dict", "用 dict"),
    ("a dict; await asyncio.sleep(…) shows the waiting", "用 dict；等待的过程可以用 await asyncio.sleep(…) 表示"),
    ("a program in a file", "把程序写在文件里"),
    ("a request without a proxy", "不经过代理的请求"),
    ("an async def", "写成 async def"),
    ("an import statement", "import 语句"),
    ("asyncio.Event or threading.Event", "asyncio.Event 或 threading.Event"),
    ("asyncio.Queue shows messages that come in turn", "用 asyncio.Queue 表示依次到来的消息"),
    (
        "await asyncio.sleep(…) or time.sleep(…) in its place shows the same waiting",
        "换成 await asyncio.sleep(…) 或 time.sleep(…)，等待的过程一样",
    ),
    ("doctest.testmod() in the program", "在程序里调用 doctest.testmod()"),
    ("host= and port=", "host= 和 port="),
    (
        "it stands beside the page's web_bg.wasm and could not be loaded: run again when it can be",
        "它与页面的 web_bg.wasm 放在一起，这次没能加载：能加载时再运行一次",
    ),
    ("nothing is encrypted here", "这里什么都不加密"),
    ("open(…) reads and writes files in memory", "用 open(…) 读写内存中的文件"),
    ("send the bytes as data", "把字节作为 data 发送"),
    ("sh, or Python", "用 sh 的写法，或用 Python"),
    ("another option, or Python", "换一个选项，或用 Python"),
    ("a list of all signals", "列出所有信号"),
    ("kill -l NUMBER", "用 kill -l 加编号"),
    ("stepping in the timeline", "在时间线上单步查看"),
    ("str methods", "str 的方法"),
    ("the modules that are there", "已有的模块"),
    ("the timeline, which shows what runs when", "时间线，它显示什么时候运行什么"),
    ("time.sleep or loop.call_later", "time.sleep 或 loop.call_later"),
    ("timeit.timeit() in the program", "在程序里调用 timeit.timeit()"),
    ("unittest.main() in the program", "在程序里调用 unittest.main()"),
    ("use a dict of your own", "用你自己的 dict"),
];

/// What is lacking, or a way round, in the language.
pub fn lack(said: &str, lang: Lang) -> String {
    let chinese = if lang == Lang::En { None } else { translated(TABLE, said) };
    chinese.unwrap_or_else(|| said.to_string())
}

/// The Chinese of an English text, by the first template of a table that it is one of, and so are the words in its places.
pub(super) fn translated(table: &[(&str, &str)], said: &str) -> Option<String> {
    let (zh, words) = table.iter().find_map(|(en, zh)| holes(en, said).map(|words| (zh, words)))?;
    let words: Vec<String> =
        words.iter().map(|word| translated(table, word).unwrap_or_else(|| word.to_string())).collect();
    let mut out = String::with_capacity(zh.len() + said.len());
    for (at, part) in zh.split("{}").enumerate() {
        if let Some(word) = at.checked_sub(1).and_then(|before| words.get(before)) {
            out.push_str(word);
        }
        out.push_str(part);
    }
    // Where the order differs, the places have numbers.
    for (number, word) in words.iter().enumerate() {
        out = out.replace(&format!("{{{number}}}"), word);
    }
    Some(out)
}

/// The words of `session::describe` for a run that ended so: what, where, the way round.
pub fn described(text: &str, lang: Lang) -> String {
    let text = text.trim_start_matches("not supported in Loopscope: ");
    if lang == Lang::En {
        return text.to_string();
    }
    let parts = || {
        let (before, after) = text.rsplit_once(", line ")?;
        let (what, file) = before.rsplit_once(" (")?;
        let (line, way) = after.split_once(')')?;
        Some((what, format!("{file}，第 {line} 行"), way.trim_start_matches("; ")))
    };
    let without_line = || {
        let (what, after) = text.rsplit_once(" (")?;
        let (file, way) = after.split_once(')')?;
        Some((what, file.to_string(), way.trim_start_matches("; ")))
    };
    let Some((what, place, way)) = parts().or_else(without_line) else { return text.to_string() };
    let mut out = format!("{}（{place}）", lack(what, lang));
    if !way.is_empty() {
        out = format!("{out}；替代办法：{}", lack(way, lang));
    }
    out
}

/// What stands in the template's places, if the text is one of it.
fn holes<'a>(template: &str, said: &'a str) -> Option<Vec<&'a str>> {
    let mut parts = template.split("{}");
    let mut rest = said.strip_prefix(parts.next()?)?;
    let mut words = Vec::new();
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        let at = if parts.peek().is_none() { rest.len().checked_sub(part.len())? } else { rest.find(part)? };
        if !rest.is_char_boundary(at) || !rest[at..].starts_with(part) {
            return None;
        }
        words.push(&rest[..at]);
        rest = &rest[at + part.len()..];
    }
    rest.is_empty().then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::modules::absent;
    use crate::objects::interp::Stop;
    use std::path::Path;

    #[test]
    fn what_the_engine_says_is_lacking_has_chinese_wherever_it_is_more_than_code() {
        let mut said: Vec<String> =
            absent::all().into_iter().flatten().filter_map(|a| a.instead.map(str::to_string)).collect();
        gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut said);
        assert!(said.len() > 200, "only {} found", said.len());
        let english = |text: &&String| !is_code(text) && lack(&text.replace("{}", "x"), Lang::Zh).is_ascii();
        let without: Vec<_> = said.iter().filter(english).collect();
        assert!(without.is_empty(), "no Chinese in scene/lacks.rs for {without:#?}");
    }

    #[test]
    fn words_of_the_program_stay_within_the_chinese() {
        assert_eq!(lack("os.fork inside a coroutine or a generator", Lang::Zh), "在协程或生成器中调用 os.fork");
        assert_eq!(lack("Client of httpx with app=", Lang::Zh), "带 app= 的 httpx Client");
        assert_eq!(lack("import bz2", Lang::Zh), "import bz2");
        assert_eq!(lack("an array of x", Lang::En), "an array of x");
    }

    #[test]
    fn the_end_of_a_run_says_what_where_and_the_way_round() {
        let stop = |what: &str, instead: Option<&str>| Stop::NotSupported {
            what: what.to_string(),
            instead: instead.map(str::to_string),
            file: "main.py".into(),
            line: 2,
        };
        let zh = |stop| described(&crate::session::describe(&stop), Lang::Zh);
        assert_eq!(zh(stop("import ftplib", None)), "import ftplib（main.py，第 2 行）");
        assert_eq!(
            zh(stop("aiohttp.web with an ssl_context", Some("http"))),
            "带 ssl_context 的 aiohttp.web（main.py，第 2 行）；替代办法：http"
        );
        let of_a_program =
            Stop::NotSupported { what: "ls with -Z".to_string(), instead: None, file: "main.py".into(), line: 0 };
        assert_eq!(zh(of_a_program), "带 -Z 的 ls（main.py）");
    }

    /// One expression, a module's name, an import.
    fn is_code(text: &str) -> bool {
        let start = ["await ", "import ", "python -m "].iter().find_map(|start| text.strip_prefix(start));
        let mut depth = 0;
        let outside = |c: char| {
            depth += (c == '(') as i32 - (c == ')') as i32;
            depth == 0 && c == ' '
        };
        !start.unwrap_or(text).contains(outside)
    }

    /// The strings in calls of `not_supported`, and in the tables of ways round that stand in Python.
    fn gather(folder: &Path, said: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = entry.file_name().unwrap().to_string_lossy().to_string();
            if entry.is_dir() {
                gather(&entry, said);
            } else if name != "lacks.rs" && (name.ends_with(".rs") || name.ends_with(".py")) {
                let text = std::fs::read_to_string(&entry).unwrap();
                for (at, found) in text.match_indices("not_supported(") {
                    strings(&text[at + found.len()..], ')', said);
                }
                if let Some((_, table)) = text.split_once("_INSTEAD = {") {
                    strings(table, '}', said);
                }
                if let Some((_, table)) = text.split_once("for _name, _instead in [") {
                    strings(table, ']', said);
                }
            }
        }
    }

    /// The string literals up to the closing bracket, their places as `{}`; of lists of names, each.
    fn strings(code: &str, close: char, said: &mut Vec<String>) {
        let open = match close {
            ')' => '(',
            '}' => '{',
            _ => '[',
        };
        let (mut depth, mut chars) = (1, code.chars().peekable());
        while let Some(c) = chars.next() {
            if c == '"' || c == '\'' {
                let (mut text, mut hole) = (String::new(), false);
                while let Some(next) = chars.next().filter(|next| *next != c) {
                    match next {
                        '\\' => text.extend(chars.next()),
                        '{' if chars.peek() != Some(&'…') => hole = true,
                        '}' if hole => {
                            text.push_str("{}");
                            hole = false;
                        }
                        _ if hole => {}
                        _ => text.push(next),
                    }
                }
                // What is given by its name alone, like the list of functions of which each is lacking.
                let is_list = chars.clone().find(|c| !c.is_whitespace()).is_some_and(|c| c == '\'')
                    || chars.clone().collect::<String>().trim_start_matches(')').starts_with(".split()");
                if !is_list {
                    said.push(text);
                }
            } else if c == open {
                depth += 1;
            } else if c == close {
                depth -= 1;
                if depth == 0 {
                    return;
                }
            }
        }
    }
}
