//! Where in the program objects are made (`tracemalloc`): while somebody asks, each object has the number of a site, which
//! is the line that runs, with those that have called it.

use std::rc::Rc;

use super::core::{Core, Vm};
use crate::objects::code::CodeObject;
use crate::objects::hasher::FastMap;
use crate::objects::header::{self, LAST_SITE};

/// Lines with their files, the innermost first, and how many frames there were.
pub type Lines = (Vec<(Rc<str>, u32)>, usize);

/// The sites of one process. Their numbers go on where it begins anew, so that what was made before is of none.
#[derive(Default)]
pub struct Sites {
    /// How many frames a site has at most; 0: nobody asks.
    pub frames: usize,
    /// The number of the first since it has begun.
    first: usize,
    all: Vec<Lines>,
    numbers: FastMap<Box<[(usize, u32)]>, u16>,
}

impl Sites {
    /// A site of which something is known; what was made before it has begun has none.
    pub fn get(&self, number: u16) -> Option<&Lines> {
        let at = (number as usize).checked_sub(2)?;
        if at < self.first { None } else { self.all.get(at) }
    }
}

/// The site of what is made where no line is known.
const UNKNOWN: u16 = 1;

/// Begins, with sites of so many frames.
pub fn start(vm: &mut Vm, frames: usize) {
    let sites = vm.states.get::<Sites>();
    (sites.frames, sites.first) = (frames, sites.all.len());
    sites.numbers.clear();
    vm.notice_lines();
    header::set_site(UNKNOWN);
    caller_goes_on(vm);
}

/// Ends: nothing more is noted.
pub fn stop(vm: &mut Vm) {
    vm.states.get::<Sites>().frames = 0;
    header::set_site(0);
}

/// A line of `code` begins, whose frame is not on the stack.
#[cold]
#[inline(never)]
pub fn line_begins(vm: &mut Core, code: &CodeObject, line: u32) {
    if !code.is_hidden() {
        settle(vm, Some((code, line)));
    }
}

/// The frame on top of the stack goes on, since what it has called has ended.
#[cold]
#[inline(never)]
pub fn caller_goes_on(vm: &mut Core) {
    settle(vm, None);
}

fn settle(vm: &mut Core, innermost: Option<(&CodeObject, u32)>) {
    let most = match vm.states.find::<Sites>() {
        Some(sites) if sites.frames > 0 => sites.frames,
        _ => return,
    };
    let on_stack = vm.stack.frames().filter_map(|frame| {
        let frame = frame.shown()?;
        Some((&*frame.code, if frame.line > 0 { frame.line } else { frame.code.line(frame.pc.saturating_sub(1)) }))
    });
    let frames: Vec<(&CodeObject, u32)> = match most {
        1 => innermost.into_iter().chain(on_stack).take(1).collect(),
        _ => innermost.into_iter().chain(on_stack).collect(),
    };
    let kept = &frames[..most.min(frames.len())];
    let key: Box<[(usize, u32)]> = kept.iter().map(|(code, line)| (code.filename.as_ptr() as usize, *line)).collect();
    let lines = || (kept.iter().map(|(code, line)| (code.filename.clone(), *line)).collect(), frames.len());
    let known = vm.states.find::<Sites>().and_then(|sites| sites.numbers.get(&key).copied());
    let number = match known {
        Some(number) => number,
        None if kept.is_empty() => UNKNOWN,
        None => {
            let lines = lines();
            let sites = vm.states.get::<Sites>();
            let number =
                u16::try_from(sites.all.len() + 2).ok().filter(|number| *number <= LAST_SITE).unwrap_or(UNKNOWN);
            if number != UNKNOWN {
                sites.all.push(lines);
                sites.numbers.insert(key, number);
            }
            number
        }
    };
    header::set_site(number);
}
