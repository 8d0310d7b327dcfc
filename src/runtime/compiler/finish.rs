//! The end of assembling a block: drops what is never reached and the checks of locals that are surely bound,
//! resolves labels, marks the instructions that start a line, and writes the exception table.

use crate::bytecode::{Handler, Instr, Op, Position, flag, reg};

use super::emit::{Assembler, HandlerId};

/// The parts of a code object that come out of the assembler.
pub(super) struct Finished {
    pub instrs: Vec<Instr>,
    pub positions: Vec<Position>,
    pub handlers: Vec<Handler>,
    /// Where each instruction of the assembler's went.
    pub moved: Vec<u32>,
}

/// `bound`: number of locals that are bound at the start (the parameters come first).
pub(super) fn finish(asm: &mut Assembler, bound: u16) -> Finished {
    let reached = reachable(asm);
    let needless = needless_checks(asm, &reached, bound);
    let mut keep: Vec<bool> = (0..asm.instrs.len()).map(|i| reached[i] && !needless[i]).collect();
    keep_lines_of_locals(asm, &reached, &mut keep);
    compact(asm, &keep)
}

/// A local that is read on a line of its own, within an expression over several lines, has a line event in CPython
/// (its `LOAD_FAST`): the check that is not needed stays as a `Nop`.
fn keep_lines_of_locals(asm: &mut Assembler, reached: &[bool], keep: &mut [bool]) {
    let mut before = 0;
    for i in 0..keep.len() {
        let line = asm.positions[i].line;
        if keep[i] {
            before = if line != 0 { line } else { before };
        } else if reached[i] && line != before {
            let next = (i + 1..keep.len()).find(|n| keep[*n]);
            if next.is_some_and(|n| asm.positions[n].line != line) {
                asm.instrs[i] = Instr::new(Op::Nop, 0, 0, 0);
                keep[i] = true;
                before = line;
            }
        }
    }
}

fn target(asm: &Assembler, instr: Instr) -> usize {
    asm.labels[instr.operand() as usize] as usize
}

/// Does the instruction skip the next one when its test passes?
fn may_skip(op: Op) -> bool {
    use Op::*;
    matches!(
        op,
        ForIter
            | TestLt
            | TestLe
            | TestEq
            | TestNe
            | TestGt
            | TestGe
            | TestLtInt
            | TestLeInt
            | TestEqInt
            | TestNeInt
            | TestGtInt
            | TestGeInt
            | TestIs
            | TestIsNot
            | TestIn
            | TestNotIn
            | TestNone
            | TestNotNone
    )
}

pub(super) fn is_jump(op: Op) -> bool {
    matches!(op, Op::Jump | Op::JumpBack | Op::JumpIfTrue | Op::JumpIfFalse)
}

/// Where execution can go from instruction `i`, exceptions aside.
fn successors(asm: &Assembler, i: usize, mut visit: impl FnMut(usize)) {
    let instr = asm.instrs[i];
    match instr.op {
        Op::Jump | Op::JumpBack => visit(target(asm, instr)),
        Op::JumpIfTrue | Op::JumpIfFalse => {
            visit(i + 1);
            visit(target(asm, instr));
        }
        Op::Return | Op::Raise | Op::Reraise => {}
        op => {
            visit(i + 1);
            if may_skip(op) {
                visit(i + 2);
            }
        }
    }
}

fn handler_target(asm: &Assembler, i: usize) -> Option<usize> {
    let HandlerId(id) = asm.active[i];
    (id != 0).then(|| asm.labels[asm.handlers[id as usize - 1].target.0 as usize] as usize)
}

fn reachable(asm: &Assembler) -> Vec<bool> {
    let mut reached = vec![false; asm.instrs.len()];
    let mut work = vec![0];
    while let Some(i) = work.pop() {
        if i >= reached.len() || std::mem::replace(&mut reached[i], true) {
            continue;
        }
        successors(asm, i, |next| work.push(next));
        work.extend(handler_target(asm, i));
    }
    reached
}

/// The slots that an instruction writes: first and count.
fn written(instr: Instr) -> (u16, u16) {
    match instr.op {
        Op::LoadMethod | Op::BeforeWith | Op::CheckEgMatch => (instr.a, 2),
        Op::UnpackSequence => (instr.a, instr.c),
        Op::UnpackEx => (instr.a, (instr.c & 0xff) + (instr.c >> 8) + 1),
        op if op.info().operands.starts_with('d') && op != Op::DeleteLocal => (instr.a, 1),
        _ => (0, 0),
    }
}

/// Which `CheckLocal`s check a local that is bound on every way there.
fn needless_checks(asm: &Assembler, reached: &[bool], bound: u16) -> Vec<bool> {
    let count = asm.instrs.len();
    let mut needless = vec![false; count];
    let mut tracked: Vec<u16> = Vec::new();
    for instr in &asm.instrs {
        if instr.op == Op::CheckLocal && !tracked.contains(&instr.a) {
            tracked.push(instr.a);
        }
    }
    if tracked.is_empty() || count == 0 {
        return needless;
    }
    let width = tracked.len().div_ceil(64);
    let bit = |slot: u16| tracked.iter().position(|s| *s == slot).map(|n| (n / 64, 1u64 << (n % 64)));
    let mut state = vec![u64::MAX; count * width];
    let mut queued = vec![false; count];
    for (n, slot) in tracked.iter().enumerate() {
        if *slot >= bound {
            state[n / 64] &= !(1 << (n % 64));
        }
    }
    // Every instruction is looked at once, later again when what reaches it shrinks.
    let mut work: Vec<usize> = (0..count).rev().filter(|i| reached[*i]).collect();
    work.iter().for_each(|i| queued[*i] = true);
    let meet = |state: &mut Vec<u64>, into: usize, from: &[u64]| -> bool {
        if into >= count {
            return false;
        }
        let mut changed = false;
        for (w, bits) in from.iter().enumerate() {
            let slot = &mut state[into * width + w];
            changed |= *slot & bits != *slot;
            *slot &= bits;
        }
        changed
    };
    while let Some(i) = work.pop() {
        queued[i] = false;
        let instr = asm.instrs[i];
        let before = state[i * width..(i + 1) * width].to_vec();
        let mut after = before.clone();
        let (first, slots) = written(instr);
        let checked = if instr.op == Op::CheckLocal { (instr.a, 1) } else { (first, slots) };
        for slot in checked.0..checked.0 + checked.1 {
            if let Some((word, mask)) = bit(slot & reg::SLOT) {
                after[word] |= mask;
            }
        }
        if instr.op == Op::DeleteLocal
            && let Some((word, mask)) = bit(instr.a)
        {
            after[word] &= !mask;
        }
        let mut next = Vec::new();
        successors(asm, i, |to| next.push(to));
        for to in next {
            // The loop's variable is only written when the loop goes on.
            let exhausted = instr.op == Op::ForIter && to == i + 1;
            if meet(&mut state, to, if exhausted { &before } else { &after }) && !queued[to] {
                queued[to] = true;
                work.push(to);
            }
        }
        if let Some(to) = handler_target(asm, i) {
            let deleted: Vec<u64> = before.iter().zip(&after).map(|(b, a)| b & a).collect();
            if meet(&mut state, to, &deleted) && !queued[to] {
                queued[to] = true;
                work.push(to);
            }
        }
    }
    for i in 0..count {
        if asm.instrs[i].op == Op::CheckLocal
            && let Some((word, mask)) = bit(asm.instrs[i].a)
        {
            needless[i] = state[i * width + word] & mask != 0;
        }
    }
    needless
}

fn compact(asm: &mut Assembler, keep: &[bool]) -> Finished {
    let mut moved = Vec::with_capacity(keep.len() + 1);
    let mut next = 0u32;
    for kept in keep {
        moved.push(next);
        next += *kept as u32;
    }
    moved.push(next);
    let place = |label: u32| moved[asm.labels[label as usize] as usize];
    let kept = next as usize;
    let (instrs, positions) = (Vec::with_capacity(kept), Vec::with_capacity(kept));
    let mut finished = Finished { instrs, positions, handlers: Vec::new(), moved: Vec::new() };
    let mut active = Vec::with_capacity(kept);
    for (i, _) in keep.iter().enumerate().filter(|(_, kept)| **kept) {
        let mut instr = asm.instrs[i];
        if is_jump(instr.op) {
            instr.set_operand(place(instr.operand()));
        }
        finished.instrs.push(instr);
        finished.positions.push(asm.positions[i]);
        active.push(asm.active[i]);
    }
    for (pc, HandlerId(id)) in active.into_iter().enumerate() {
        if id == 0 {
            continue;
        }
        let entry = asm.handlers[id as usize - 1];
        let (pc, target) = (pc as u32, place(entry.target.0));
        match finished.handlers.last_mut() {
            Some(row) if row.end == pc && row.target == target && row.depth == entry.depth => row.end += 1,
            _ => finished.handlers.push(Handler {
                start: pc,
                end: pc + 1,
                target,
                depth: entry.depth,
                cleanup: entry.cleanup,
            }),
        }
    }
    mark_lines(&mut finished);
    finished.moved = moved;
    finished
}

/// CPython's rule (`Python/instrumentation.c`): an instruction starts a line when the one before it in the code, or one
/// that jumps to it, or the one whose exception comes to it, has another line. A back-edge that stays on its line has
/// its event itself.
fn mark_lines(code: &mut Finished) {
    let lines: Vec<u32> = code.positions.iter().map(|p| p.line).collect();
    let mut current = 0;
    let mut starts = vec![false; lines.len()];
    for (pc, instr) in code.instrs.iter().enumerate() {
        let line = lines[pc];
        if line != 0 && instr.op != Op::Extra {
            starts[pc] |= line != current;
            current = line;
        }
        if is_jump(instr.op) {
            let to = instr.operand() as usize;
            match lines.get(to) {
                Some(there) if *there == line && instr.op == Op::JumpBack => starts[pc] = true,
                Some(there) if *there != 0 && *there != current => starts[to] = true,
                _ => {}
            }
        }
    }
    for row in &code.handlers {
        // `PushExcInfo` may have no line of its own.
        let to = row.target as usize;
        if let Some(first) = (to..lines.len()).find(|pc| lines[*pc] != 0) {
            starts[first] = true;
        }
    }
    for (instr, starts) in code.instrs.iter_mut().zip(starts) {
        if starts {
            instr.flags |= flag::LINE;
        }
    }
}
