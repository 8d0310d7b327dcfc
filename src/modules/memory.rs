//! `_memory`: what `mmap`, `ctypes` and `tracemalloc` need to know of memory.

use std::collections::HashSet;
use std::rc::Rc;

use super::gc::all;
use super::sys::sizes::size_of;
use crate::objects::builtin_types::bytes_like;
use crate::objects::exception::PyResult;
use crate::objects::function::{Binding, Builtin, BuiltinCode, Flow};
use crate::objects::gc_graph::{Edge, Node};
use crate::objects::header::set_site;
use crate::objects::identity::header;
use crate::objects::module::Module;
use crate::objects::{Args, Interp, Symbol, Value, ops};
use crate::vm::allocations::{self, Lines, Sites};
use crate::vm::vm_of;

/// `share(bytearray)`: processes that are forked off have it, no copy of it.
fn share(_: &mut dyn Interp, args: Args) -> PyResult {
    let [memory] = args.exactly("share")?;
    bytes_like::share(&memory)?;
    Ok(memory)
}

/// `explicit(view)`: the memoryview with its format as ctypes writes it.
fn explicit(_: &mut dyn Interp, args: Args) -> PyResult {
    let [view] = args.exactly("explicit")?;
    bytes_like::with_explicit_format(&view)
}

/// `note_sites(frames)`: from now on objects know where they were made, by so many frames; 0: no more. A frame of its own,
/// so that the evaluation loop is begun anew, which looks at lines only if somebody does when it begins.
fn note_sites(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [frames] = args.exactly("note_sites")?;
    match ops::index(i, &frames)? {
        0 => allocations::stop(vm_of(i)),
        frames => allocations::start(vm_of(i), frames as usize),
    }
    Ok(Flow::frame(async { Ok(Value::None) }))
}

fn shown((lines, total): &Lines) -> [Value; 2] {
    let frame = |(file, line): &(Rc<str>, u32)| Value::pair((&**file).into(), Value::Int((*line).into()));
    [Value::tuple(lines.iter().map(frame).collect::<Vec<_>>()), (*total).into()]
}

/// `site(object)`: where it was made: lines and how many frames there were; None: nobody has noted it.
fn site(i: &mut dyn Interp, args: Args) -> PyResult {
    let [object] = args.exactly("site")?;
    let number = header(&object).map_or(0, |header| header.site());
    let found = i.states().get::<Sites>().get(number).map(shown);
    Ok(found.map_or(Value::None, Value::tuple))
}

/// The blocks of memory that CPython has for an object.
fn blocks_of(i: &mut dyn Interp, value: &Value) -> PyResult<[i64; 2]> {
    let size = size_of(i, value)?.as_int().unwrap_or_default();
    Ok(match value {
        Value::Int(_) => [32, 0],
        Value::List(_) => [56, size - 56],
        Value::Dict(dict) if dict.viewed().is_some() => [0, 0],
        Value::Dict(_) => [64, size - 64],
        Value::Object(_) if bytes_like::is_writable(value) => [57, size - 57],
        // Its attributes stand behind it, with places for some more.
        Value::Object(object) if object.attrs.borrow().iter().next().is_some() => [size.max(48) + 48, 0],
        _ => [size, 0],
    })
}

/// Values that stand where they are used, of which CPython has objects.
fn is_inline(value: &Value) -> bool {
    match value {
        Value::Int(n) => !(-5..=256).contains(n),
        Value::Float(_) | Value::BigInt(_) => true,
        _ => false,
    }
}

/// `blocks(more)`: for each block of what was made since sites are noted, and is there: 0, its size, where it was made, how
/// many frames there were.
fn blocks(i: &mut dyn Interp, args: Args) -> PyResult {
    let [more] = args.exactly("blocks")?;
    // What tells of blocks is none itself.
    let now = set_site(0);
    let found = rows(i, more);
    set_site(now);
    found
}

fn rows(i: &mut dyn Interp, more: Value) -> PyResult {
    let (mut known, mut found): (HashSet<usize>, Vec<(u16, Value)>) = Default::default();
    for node in all(i, more) {
        let Node::Value(holder) = &node else { continue };
        let site = header(holder).map_or(0, |header| header.site());
        let mut last = Value::Unset;
        node.visit(&mut |edge| {
            let Edge::Value(value) = edge else { return };
            if is_inline(value) {
                // The same number in a row is one object.
                if !last.is(value) {
                    last = value.clone();
                    found.push((site, value.clone()));
                }
            } else if !value.can_refer()
                && let Some(header) = header(value)
                && header.site() > 0
                && known.insert(std::ptr::from_ref(header) as usize)
            {
                found.push((header.site(), value.clone()));
            }
        });
        if site > 0 && header(holder).is_some_and(|header| known.insert(std::ptr::from_ref(header) as usize)) {
            found.push((site, holder.clone()));
        }
    }
    let mut rows = Vec::new();
    let mut places: Vec<Option<[Value; 2]>> = Vec::new();
    for (site, value) in found {
        if places.len() <= site as usize {
            places.resize(site as usize + 1, None);
        }
        if places[site as usize].is_none() {
            places[site as usize] = i.states().get::<Sites>().get(site).map(shown);
        }
        let Some([lines, total]) = places[site as usize].clone() else { continue };
        for size in blocks_of(i, &value)?.into_iter().filter(|size| *size > 0) {
            rows.push(Value::tuple([Value::Int(0), Value::Int(size), lines.clone(), total.clone()]));
        }
    }
    Ok(Value::list(rows))
}

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_memory");
    let set = |name: &str, code| module.set(Symbol::new(name), Builtin::sync(name, "_memory", code));
    set("share", share);
    set("explicit", explicit);
    let noting = Builtin::new("note_sites", "_memory", Binding::Function, BuiltinCode::Flow(note_sites));
    module.set(Symbol::new("note_sites"), noting);
    set("site", site);
    set("blocks", blocks);
    Ok(module)
}
