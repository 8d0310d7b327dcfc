//! What `linecache` knows: the lines of the run's own files. Once the modules are gone, it cannot read another file, and
//! reports that need one fail (Lib/linecache.py `updatecache`).

use std::collections::BTreeMap;
use std::rc::Rc;

use super::super::core::Vm;
use super::Summary;
use crate::compiler::lines::numbered;
use crate::objects::containers::Dict;
use crate::objects::exception::{Exc, PyResult, import_error};
use crate::objects::library_frame::{library_code, pass_through};
use crate::objects::{Interp, Symbol, Value, attribute};

/// The files whose lines have been read; those that are files of the run with their text.
#[derive(Default)]
pub struct LineCache(BTreeMap<Rc<str>, Option<Rc<str>>>);

/// What loaders have told, who are asked once.
#[derive(Default)]
struct Loaded(BTreeMap<Rc<str>, Rc<str>>);

/// A report shows these frames.
pub fn note(vm: &mut Vm, frames: &[Summary]) {
    hand_over(vm);
    for frame in frames {
        read(vm, &frame.file);
        if frame.of_script && !frame.file.starts_with('<') && *vm.main_file != *frame.file && !vm.modules_go {
            let source = vm.source.clone();
            let LineCache(known) = vm.states.get();
            known.entry(frame.file.clone()).and_modify(|text| {
                text.get_or_insert(source);
            });
        }
        if let Some((loader, name)) = &frame.loaded_by
            && !(frame.file.starts_with('<') && frame.file.ends_with('>'))
            && line(vm, &frame.file, 1).is_none()
            && let Some(text) = loaded(vm, loader, name)
        {
            vm.states.get::<Loaded>().0.insert(frame.file.clone(), text);
            hand_over(vm);
            read(vm, &frame.file);
        }
    }
}

/// Puts what loaders have told where a program that imports `linecache` sees it, and may forget it.
fn hand_over(vm: &mut Vm) {
    let Some(cache) = program_cache(vm) else { return };
    for (file, text) in std::mem::take(&mut vm.states.get::<Loaded>().0) {
        let lines = text.lines().map(|line| Value::from(format!("{line}\n"))).collect();
        let entry = vec![Value::Int(text.chars().count() as i64), Value::None, Value::list(lines), Value::from(&*file)];
        cache.set_str(Symbol::new(&file), Value::tuple(entry));
    }
}

/// `linecache.cache`, if the module has been imported.
fn program_cache(vm: &Vm) -> Option<Rc<Dict>> {
    let Value::Module(module) = vm.module(Symbol::new("linecache"))? else { return None };
    match module.get(Symbol::new("cache"))? {
        Value::Dict(cache) => Some(cache),
        _ => None,
    }
}

/// Before the modules go: what the program has read by `linecache` itself is known as well.
pub fn know_files(vm: &mut Vm) {
    let Some(cache) = program_cache(vm) else { return };
    for (file, entry) in cache.entries() {
        let (Value::Str(file), Value::Tuple(entry)) = (file, entry) else { continue };
        let Some(Value::List(lines)) = entry.items.get(2) else { continue };
        let text: String = lines.items.borrow().iter().map(|line| line.text_or_empty().to_string()).collect();
        let LineCache(known) = vm.states.get();
        known.entry(file.text().as_ref().into()).or_insert(Some(text.into()));
    }
}

/// Has a file's lines read, as they are now.
pub fn read(vm: &mut Vm, file: &Rc<str>) {
    let own = file.starts_with('<') || *vm.main_file == **file || vm.module(Symbol::new("_files")).is_none();
    // Once the modules go, what is known stays.
    if vm.modules_go || own && *vm.main_file == **file && vm.states.get::<LineCache>().0.contains_key(file) {
        return;
    }
    let text = given(vm, file).or_else(|| if own { None } else { text_of(vm, file) });
    let source = vm.source.clone();
    let LineCache(known) = vm.states.get();
    // The script's, which no file holds under that name, stay as they are.
    let before = known.remove(file).flatten().filter(|text| Rc::ptr_eq(text, &source));
    known.insert(file.clone(), text.or(before));
}

/// The lines that a program has put into `linecache.cache` for code of its own making. Those with a time are a file's.
fn given(vm: &Vm, file: &str) -> Option<Rc<str>> {
    let Value::Tuple(entry) = program_cache(vm)?.get_str(Symbol::new(file))? else { return None };
    let lines: Vec<String> = match entry.items.get(2)? {
        Value::List(lines) => lines.items.borrow().iter().map(|line| line.text_or_empty().to_string()).collect(),
        Value::Tuple(lines) => lines.items.iter().map(|line| line.text_or_empty().to_string()).collect(),
        // Of a text each character is a line.
        text => text.as_str()?.text().chars().map(String::from).collect(),
    };
    if !entry.items[1].is_none() {
        return None;
    }
    Some(lines.iter().map(|line| format!("{}\n", line.trim_end_matches('\n'))).collect::<String>().into())
}

/// A file's text, which the text of the file system gives.
fn text_of(vm: &mut Vm, file: &Rc<str>) -> Option<Rc<str>> {
    let files = vm.import("_files").ok()?;
    let found = attribute::get_attr(vm, &files, Symbol::new("source_text"));
    let function = found.and_then(|flow| vm.finish(flow)).ok()?;
    let text = vm.call(&function, [Value::from(&**file)].into()).ok()?;
    text.as_str().map(|text| text.text().into())
}

/// What a loader says that the source of a module is (PEP 302).
fn loaded(vm: &mut Vm, loader: &Value, name: &Value) -> Option<Rc<str>> {
    let found = attribute::get_attr(vm, loader, Symbol::new("get_source"));
    let get_source = found.and_then(|flow| vm.finish(flow)).ok()?;
    let text = vm.call(&get_source, [name.clone()].into()).ok()?;
    text.as_str().map(|text| text.text().into())
}

/// A line of a file that has been read, or of code whose lines the program has put there.
pub fn line(vm: &Vm, file: &str, line: u32) -> Option<String> {
    let read = vm.states.known::<LineCache>().and_then(|cache| cache.0.get(file).cloned());
    let told = || vm.states.known::<Loaded>().and_then(|loaded| loaded.0.get(file).cloned());
    let text = read.unwrap_or_else(|| given(vm, file)).or_else(told)?;
    numbered(&text, line).map(|line| line.trim_end().to_string())
}

/// A line of a file, whatever lines the program has put there.
pub fn line_of_file(vm: &Vm, file: &str, number: u32) -> Option<String> {
    if given(vm, file).is_some() { None } else { line(vm, file, number) }
}

/// Where CPython stands when it cannot read a file's lines, innermost first.
const PLACES: [(&str, &str, u32); 7] = [
    ("<stdlib>/linecache.py", "updatecache", 88),
    ("<stdlib>/linecache.py", "getlines", 41),
    ("<stdlib>/linecache.py", "getline", 25),
    ("<stdlib>/traceback.py", "_set_lines", 350),
    ("<stdlib>/traceback.py", "line", 369),
    ("<stdlib>/traceback.py", "_extract_from_extended_frame_gen", 492),
    ("<stdlib>/traceback.py", "__init__", 1044),
];

/// ImportError if the report of `exc` needs lines that cannot be read any more, or how wide they are: CPython imports the
/// widths of characters where a line is not ASCII.
pub fn check(vm: &mut Vm, exc: &Exc) -> PyResult<()> {
    let traceback = exc.data().traceback.borrow().clone();
    if !vm.modules_go || traceback.is_none_or(|traceback| super::summaries(&traceback).iter().all(|f| shows(vm, f))) {
        return Ok(());
    }
    let failed = import_error("sys.meta_path is None, Python is likely shutting down");
    for (file, function, line) in PLACES {
        pass_through(&failed, &library_code(file, function, (line, line), (0, 0)), line, None);
    }
    Err(failed)
}

/// Whether a frame can be told of without importing anything.
fn shows(vm: &mut Vm, frame: &Summary) -> bool {
    let plain = |line| super::source_line(vm, &frame.file, line).is_none_or(|text| text.is_ascii());
    let plain = frame.position.is_none_or(|place| plain(place.line) && plain(place.end_line));
    // What is not in a file is looked for in none.
    let in_no_file = frame.file.starts_with('<') && frame.file.ends_with('>');
    plain && (in_no_file || vm.states.get::<LineCache>().0.contains_key(&frame.file))
}
