//! «Did you mean: …?» (traceback.py `_compute_suggestion_error`).

use std::rc::Rc;

use super::super::core::Vm;
use crate::objects::attribute_context;
use crate::objects::attrs::HasAttrs;
use crate::objects::distance::nearest;
use crate::objects::exception::Exc;
use crate::objects::frame::FrameObject;
use crate::objects::frame_type;
use crate::objects::module::all_names;
use crate::objects::{Args, Interp, Symbol, Value, known, ops, type_of, types};

fn member(exc: &Exc, name: &str) -> Option<Value> {
    exc.data().members.borrow().get(Symbol::new(name)).cloned()
}

/// What a report adds to the message of a NameError, AttributeError or ImportError. `traced`: the frames are looked at.
pub fn suggestion_of(vm: &mut Vm, exc: &Exc, traced: bool) -> String {
    let Some(wrong) = wrong_name(vm, exc) else { return String::new() };
    let suggestion = suggest(vm, exc, &wrong, traced);
    let mut text = suggestion.as_ref().map(|s| format!(". Did you mean: '{s}'?")).unwrap_or_default();
    if is_module(exc, &wrong) {
        text.push_str(&match suggestion {
            Some(_) => format!(" Or did you forget to import '{wrong}'?"),
            None => format!(". Did you forget to import '{wrong}'?"),
        });
    }
    text
}

/// The name that is not there, by a NameError, AttributeError or ImportError.
fn wrong_name(vm: &mut Vm, exc: &Exc) -> Option<String> {
    let t = types();
    if exc.is_a(&t.attribute_error) {
        attribute_context::fill(exc, &|name| vm.imported(name));
    } else if !exc.is_a(&t.name_error) && !exc.is_a(&t.import_error) {
        return None;
    }
    let wrong = member(exc, if exc.is_a(&t.import_error) { "name_from" } else { "name" })?;
    Some(wrong.as_str()?.text().into_owned())
}

/// Whether a name that is not there is that of a module of Python's library.
fn is_module(exc: &Exc, wrong: &str) -> bool {
    exc.is_a(&types().name_error) && STANDARD_MODULES.split(' ').any(|name| name == wrong)
}

/// What was meant by a name that is not there.
pub enum Meant {
    Name(String),
    /// The module of that name, which was not imported.
    Module,
}

/// A name that is not there, and what was meant by it, as far as the program itself need not be asked (`__dir__`).
pub fn meant(vm: &mut Vm, exc: &Exc) -> Option<(String, Meant)> {
    let wrong = wrong_name(vm, exc)?;
    if is_module(exc, &wrong) {
        return Some((wrong, Meant::Module));
    }
    let asked = |dir| match dir {
        Value::Function(own) => !own.code.filename.starts_with("<stdlib>"),
        other => !matches!(other, Value::Builtin(_)),
    };
    if exc.is_a(&types().import_error) || member(exc, "obj").and_then(|object| dir_of(&object)).is_some_and(asked) {
        return None;
    }
    let name = suggest(vm, exc, &wrong, true)?;
    Some((wrong, Meant::Name(name)))
}

fn suggest(vm: &mut Vm, exc: &Exc, wrong: &str, traced: bool) -> Option<String> {
    let t = types();
    if exc.is_a(&t.attribute_error) {
        let object = member(exc, "obj")?;
        let mut names = match given_names(vm, &object) {
            Some(names) => names?,
            None => names_of(vm, &object),
        };
        let own = traced && raised_in_method_of(vm, exc, &object);
        if !wrong.starts_with('_') && !own {
            names.retain(|n| !n.starts_with('_'));
        }
        return nearest(&names, wrong);
    }
    if exc.is_a(&t.import_error) {
        let module = member(exc, "name")?;
        // traceback.py looks at what `__import__` gives, which is the package of a dotted name.
        let module = module.as_str()?.text().into_owned();
        let module = match &*module {
            "posixpath" => "os.path",
            module => module.split('.').next().unwrap_or_default(),
        };
        let module = vm.module(Symbol::new(module))?;
        let mut names = match given_names(vm, &module) {
            Some(names) => names?,
            None => names_of(vm, &module),
        };
        if !wrong.starts_with('_') {
            names.retain(|n| !n.starts_with('_'));
        }
        return nearest(&names, wrong);
    }
    let frame = innermost(exc).filter(|_| traced)?;
    let mut names: Vec<String> = Vec::new();
    let locals = locals_of(vm, &frame);
    names.extend(locals.iter().map(|(name, _)| name.clone()));
    if let Some((_, receiver)) = locals.iter().find(|(name, _)| name == "self")
        && names_of(vm, receiver).iter().any(|n| n == wrong)
    {
        return Some(format!("self.{wrong}"));
    }
    names.extend(frame.globals.names.borrow().iter().map(|(n, _)| n.text().to_string()));
    names.extend(names_of_builtins(vm));
    nearest(&names, wrong)
}

/// The builtins in the order in which CPython's module has them, since of names as near as each other the first is
/// suggested: functions by their names, constants, classes, exceptions, and what has been added later.
fn names_of_builtins(vm: &Vm) -> Vec<String> {
    let builtins = vm.builtins.names.borrow();
    let mut placed: Vec<(usize, String)> = Vec::new();
    for (name, value) in builtins.iter() {
        let name = name.text().to_string();
        let place = match value {
            _ if LAST_BUILTINS.contains(&&*name) => 5,
            Value::Type(class) if class.is_exception() => 4,
            Value::Type(_) => 3,
            Value::Builtin(_) => 0,
            Value::None | Value::Bool(_) | Value::Ellipsis | Value::NotImplemented => 2,
            _ => 5,
        };
        placed.push((place, name));
    }
    // `aiter` and `anext` stand behind what they are like; classes by their names in C, of which one is another here.
    let key = |name: &str| match name {
        "aiter" => "iter_".to_string(),
        "anext" => "next_".to_string(),
        "property" => "g".to_string(),
        "memoryview" => "boolean".to_string(),
        name => name.to_string(),
    };
    crate::trace::sorted::sort_by_key(&mut placed, |(place, name)| {
        (*place, if matches!(place, 0 | 3) { key(name) } else { String::new() })
    });
    placed.into_iter().map(|(_, name)| name).collect()
}

/// Functions that CPython adds once its other builtins are there.
const LAST_BUILTINS: [&str; 4] = ["open", "quit", "exit", "help"];

fn innermost(exc: &Exc) -> Option<Rc<FrameObject>> {
    let mut entry = exc.data().traceback.borrow().clone()?;
    loop {
        let next = entry.next.borrow().clone();
        match next {
            Some(next) => entry = next,
            None => return Some(entry.frame.clone()),
        }
    }
}

/// The variables of a frame by their names, as its `f_locals` has them: those of enclosing functions as well.
fn locals_of(vm: &mut Vm, frame: &Rc<FrameObject>) -> Vec<(String, Value)> {
    let Value::Dict(locals) = frame_type::locals_of(vm, frame) else { return Vec::new() };
    let named = |(name, value): (Value, Value)| Some((name.as_str()?.text().into_owned(), value));
    locals.entries().into_iter().filter_map(named).collect()
}

fn raised_in_method_of(vm: &mut Vm, exc: &Exc, object: &Value) -> bool {
    let Some(frame) = innermost(exc) else { return false };
    locals_of(vm, &frame).iter().any(|(name, value)| name == "self" && value.is(object))
}

/// The program's own `__dir__`.
fn dir_of(object: &Value) -> Option<Value> {
    match object {
        Value::Module(module) => module.hook(known::DIR),
        _ => type_of(object).lookup(known::DIR).filter(|own| matches!(own, Value::Function(_))),
    }
}

/// What `dir(object)` gives by the program's own `__dir__`; None within: it fails.
fn given_names(vm: &mut Vm, object: &Value) -> Option<Option<Vec<String>>> {
    dir_of(object)?;
    let dir = vm.builtins.names.borrow().get(Symbol::new("dir")).cloned()?;
    let names = vm.call(&dir, Args::one(object.clone()));
    let names = names.ok().and_then(|names| ops::to_vec(vm, &names).ok());
    Some(names.map(|names| names.iter().filter_map(|n| n.as_str().map(|s| s.text().into_owned())).collect()))
}

/// The names that `dir(object)` gives, sorted.
fn names_of(vm: &mut Vm, object: &Value) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut add = |owner: &dyn HasAttrs| {
        names.extend(owner.attrs().borrow().iter().map(|(n, _)| n.text().to_string()));
    };
    if let Value::Function(function) = object {
        add(&**function);
    }
    match object {
        Value::Module(module) => names.extend(all_names(vm, module).iter().map(|n| n.text().to_string())),
        Value::Type(class) => class.mro().iter().for_each(|c| add(&**c)),
        other => {
            if let Value::Object(o) = other {
                add(&**o);
            }
            type_of(other).mro().iter().for_each(|c| add(&**c));
        }
    }
    crate::trace::sorted::distinct(names)
}

/// The names of `sys.stdlib_module_names`, which programs may have forgotten to import.
const STANDARD_MODULES: &str = "\
    __future__ _abc _aix_support _android_support _ast _asyncio _bisect _blake2 _bz2 _codecs _codecs_cn \
    _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc _colorize \
    _compat_pickle _compression _contextvars _csv _ctypes _curses _curses_panel _datetime _dbm _decimal \
    _elementtree _frozen_importlib _frozen_importlib_external _functools _gdbm _hashlib _heapq _imp \
    _interpchannels _interpqueues _interpreters _io _ios_support _json _locale _lsprof _lzma _markupbase _md5 \
    _multibytecodec _multiprocessing _opcode _opcode_metadata _operator _osx_support _overlapped _pickle \
    _posixshmem _posixsubprocess _py_abc _pydatetime _pydecimal _pyio _pylong _pyrepl _queue _random _scproxy \
    _sha1 _sha2 _sha3 _signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics _string _strptime \
    _struct _suggestions _symtable _sysconfig _thread _threading_local _tkinter _tokenize _tracemalloc _typing \
    _uuid _warnings _weakref _weakrefset _winapi _wmi _zoneinfo abc antigravity argparse array ast asyncio \
    atexit base64 bdb binascii bisect builtins bz2 cProfile calendar cmath cmd code codecs codeop collections \
    colorsys compileall concurrent configparser contextlib contextvars copy copyreg csv ctypes curses \
    dataclasses datetime dbm decimal difflib dis doctest email encodings ensurepip enum errno faulthandler fcntl \
    filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp \
    gzip hashlib heapq hmac html http idlelib imaplib importlib inspect io ipaddress itertools json keyword \
    linecache locale logging lzma mailbox marshal math mimetypes mmap modulefinder msvcrt multiprocessing netrc \
    nt ntpath nturl2path numbers opcode operator optparse os pathlib pdb pickle pickletools pkgutil platform \
    plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat \
    queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve \
    shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile sre_constants sre_parse ssl stat \
    statistics string stringprep struct subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile \
    termios textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty \
    turtle turtledemo types typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser winreg \
    winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo";
