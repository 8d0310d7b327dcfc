//! A backtracking matcher over code points. Programs are whole numbers; choices wait on a stack of its own, so that
//! only lookaround and atomic groups recurse, as deep as the pattern nests them.

use std::cell::OnceCell;

use crate::objects::str::{PyStr, predicates};

/// An instruction: its number and, behind it, its operands.
mod op {
    pub const MATCH: u32 = 0;
    /// point
    pub const CHAR: u32 = 1;
    /// point in lower case
    pub const CHAR_IGNORE: u32 = 2;
    pub const ANY: u32 = 3;
    pub const ANY_ALL: u32 = 4;
    /// set
    pub const SET: u32 = 5;
    /// first choice, second choice
    pub const SPLIT: u32 = 6;
    /// target
    pub const JUMP: u32 = 7;
    /// slot
    pub const SAVE: u32 = 8;
    /// kind, ascii
    pub const AT: u32 = 9;
    /// kind (0 ahead, 1 not ahead, 2 behind, 3 not behind), width, end; the body follows
    pub const LOOK: u32 = 10;
    /// group, ignore case
    pub const BACKREF: u32 = 11;
    /// least, most, kind (0 lazy, 1 greedy, 2 possessive); one single-width instruction follows, then the rest
    pub const REPEAT: u32 = 12;
    /// slot, target: goes on at the target if something has been matched since the slot was saved
    pub const PROGRESS: u32 = 13;
    /// end; the body follows
    pub const ATOMIC: u32 = 14;
    /// group, target if it has not matched
    pub const IF_GROUP: u32 = 15;
    pub const FAIL: u32 = 16;
}

/// A range or a category of a set: kinds 0 range, 1 digit, 2 not digit, 3 space, 4 not space, 5 word, 6 not word.
pub struct Item {
    pub kind: u32,
    pub low: u32,
    pub high: u32,
}

pub struct Set {
    pub negated: bool,
    pub ignore_case: bool,
    pub ascii: bool,
    pub items: Vec<Item>,
    /// Which of ASCII's characters it fits, once one was asked for.
    pub of_ascii: OnceCell<[u64; 2]>,
}

/// A compiled pattern.
pub struct Program {
    pub code: Vec<u32>,
    pub sets: Vec<Set>,
    /// Two for each group (0: the whole), then those of loops.
    pub slots: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Search,
    Match,
    Full,
}

/// What is tried when a way has failed, or put back on the way there.
enum Choice {
    Branch {
        pc: usize,
        at: usize,
    },
    Slot {
        slot: usize,
        old: usize,
    },
    /// A greedy run may end earlier, down to `least`.
    Shorter {
        pc: usize,
        least: usize,
        at: usize,
    },
    /// A lazy run may go on to `most`.
    Longer {
        pc: usize,
        one: usize,
        at: usize,
        left: usize,
    },
}

const NONE: usize = usize::MAX;
const MAX_STEPS: u64 = 200_000_000;

pub struct Matcher<'a> {
    program: &'a Program,
    text: &'a [u32],
    slots: Vec<usize>,
    choices: Vec<Choice>,
    pub steps: u64,
    full: bool,
    /// The match must not end here.
    advance: Option<usize>,
}

pub fn is_word(point: u32, ascii: bool) -> bool {
    if point < 128 {
        return point == 95 || char::from(point as u8).is_ascii_alphanumeric();
    }
    !ascii && predicates::is_alnum(point)
}

fn lower(point: u32) -> u32 {
    if point < 128 {
        return u32::from((point as u8).to_ascii_lowercase());
    }
    let low = PyStr::from_point(point).lower();
    if low.len() == 1 { low.at(0) } else { point }
}

/// What points that are equal but for their case have in common: the small letter of the capital one. A pattern's
/// own characters were folded when it was compiled (re.py).
pub fn fold(point: u32) -> u32 {
    if point < 128 {
        return lower(point);
    }
    match lower(upper(if point == 0x130 { 0x69 } else { lower(point) })) {
        0xfb06 => 0xfb05,
        0x1fd3 => 0x390,
        0x1fe3 => 0x3b0,
        folded => folded,
    }
}

fn upper(point: u32) -> u32 {
    if point < 128 {
        return u32::from((point as u8).to_ascii_uppercase());
    }
    let up = PyStr::from_point(point).upper();
    if up.len() == 1 { up.at(0) } else { point }
}

/// Characters that are equal to another one but for their case and are neither its capital nor its small letter
/// (Lib/re/_casefix.py), with what [`fold`] gives for both.
const ODD_CASES: [(u32, u32); 32] = [
    (0x69, 0x130),
    (0x69, 0x131),
    (0x6b, 0x212a),
    (0x73, 0x17f),
    (0xdf, 0x1e9e),
    (0xe5, 0x212b),
    (0x390, 0x1fd3),
    (0x3b0, 0x1fe3),
    (0x3b2, 0x3d0),
    (0x3b5, 0x3f5),
    (0x3b8, 0x3d1),
    (0x3b8, 0x3f4),
    (0x3b9, 0x345),
    (0x3b9, 0x1fbe),
    (0x3ba, 0x3f0),
    (0x3bc, 0xb5),
    (0x3c0, 0x3d6),
    (0x3c1, 0x3f1),
    (0x3c3, 0x3c2),
    (0x3c6, 0x3d5),
    (0x3c9, 0x2126),
    (0x432, 0x1c80),
    (0x434, 0x1c81),
    (0x43e, 0x1c82),
    (0x441, 0x1c83),
    (0x442, 0x1c84),
    (0x442, 0x1c85),
    (0x44a, 0x1c86),
    (0x463, 0x1c87),
    (0x1e61, 0x1e9b),
    (0xa64b, 0x1c88),
    (0xfb05, 0xfb06),
];

impl Set {
    fn has(&self, point: u32) -> bool {
        self.items.iter().any(|item| match item.kind {
            0 => item.low <= point && point <= item.high,
            kind => {
                let inside = match kind {
                    1 | 2 if self.ascii => (48..58).contains(&point),
                    1 | 2 => predicates::decimal_value(point).is_some(),
                    3 | 4 if self.ascii => matches!(point, 9..=13 | 32),
                    3 | 4 => predicates::is_space(point),
                    _ => is_word(point, self.ascii),
                };
                inside == (kind % 2 == 1)
            }
        })
    }

    fn fits(&self, point: u32) -> bool {
        if point >= 128 {
            return self.finds(point);
        }
        let bits = self.of_ascii.get_or_init(|| {
            let half = |from: u32| (0..64).fold(0, |bits, n| bits | u64::from(self.finds(from + n)) << n);
            [half(0), half(64)]
        });
        bits[(point >> 6) as usize] >> (point & 63) & 1 != 0
    }

    fn finds(&self, point: u32) -> bool {
        let either = |point: u32| self.has(point) || self.has(upper(point));
        let other_case = || match self.ascii {
            true => point < 128 && either(lower(point)),
            false => {
                let folded = fold(point);
                let odd = |(of, odd): &(u32, u32)| *of == folded && self.has(*odd);
                either(lower(point)) || either(folded) || ODD_CASES.iter().any(odd)
            }
        };
        (self.has(point) || self.ignore_case && other_case()) != self.negated
    }
}

impl<'a> Matcher<'a> {
    pub fn new(program: &'a Program, text: &'a [u32]) -> Matcher<'a> {
        let slots = vec![NONE; program.slots];
        Matcher { program, text, slots, choices: Vec::new(), steps: 0, full: false, advance: None }
    }

    pub fn is_exhausted(&self) -> bool {
        self.steps > MAX_STEPS
    }

    /// Starts and ends of the groups, the whole match first; those of loops behind them.
    pub fn groups(&self) -> &[usize] {
        &self.slots
    }

    /// Finds the first match from `from` on.
    pub fn find(&mut self, from: usize, mode: Mode, advance: Option<usize>) -> bool {
        self.full = mode == Mode::Full;
        self.advance = advance;
        let lead = self.lead();
        for start in from..=self.text.len() {
            if mode == Mode::Search && !self.may_begin(lead, start) {
                self.steps += u64::from(self.program.code[lead] != op::CHAR);
                continue;
            }
            self.slots.fill(NONE);
            self.choices.clear();
            if let Some(end) = self.run(0, start, true) {
                self.slots[0] = start;
                self.slots[1] = end;
                return true;
            }
            if mode != Mode::Search || self.is_exhausted() {
                return false;
            }
        }
        false
    }

    /// The first instruction of a match that does anything but to say where a group begins.
    fn lead(&self) -> usize {
        let mut pc = 0;
        while self.program.code[pc] == op::SAVE {
            pc += 2;
        }
        pc
    }

    /// Whether what is at `start` may be taken by the instruction `lead`.
    fn may_begin(&self, lead: usize, start: usize) -> bool {
        let code = &self.program.code;
        match code[lead] {
            op::CHAR | op::CHAR_IGNORE | op::ANY | op::ANY_ALL | op::SET => self.one(lead, start),
            op::REPEAT if code[lead + 1] > 0 => self.one(lead + 4, start),
            op::AT => self.stands(code[lead + 1], code[lead + 2] != 0, start),
            _ => true,
        }
    }

    fn save(&mut self, slot: usize, value: usize) {
        let old = std::mem::replace(&mut self.slots[slot], value);
        self.choices.push(Choice::Slot { slot, old });
    }

    /// Whether the single-width instruction at `pc` takes the point at `at`.
    fn one(&self, pc: usize, at: usize) -> bool {
        let Some(&point) = self.text.get(at) else { return false };
        let operand = |n: usize| self.program.code[pc + n];
        match operand(0) {
            op::CHAR => point == operand(1),
            op::CHAR_IGNORE => point == operand(1) || fold(point) == operand(1),
            op::ANY => point != 10,
            op::ANY_ALL => true,
            _ => self.program.sets[operand(1) as usize].fits(point),
        }
    }

    fn width(&self, pc: usize) -> usize {
        if matches!(self.program.code[pc], op::ANY | op::ANY_ALL) { 1 } else { 2 }
    }

    /// Runs from `pc` at `at` to a MATCH; the place it ends. Choices below the present ones stay untouched.
    fn run(&mut self, mut pc: usize, mut at: usize, top: bool) -> Option<usize> {
        let base = self.choices.len();
        loop {
            self.steps += 1;
            if self.steps > MAX_STEPS {
                return None;
            }
            let code = &self.program.code;
            let operand = |n: usize| code[pc + n] as usize;
            let fits = match code[pc] {
                op::MATCH => {
                    if !top || (!self.full || at == self.text.len()) && self.advance != Some(at) {
                        return Some(at);
                    }
                    false
                }
                op::CHAR | op::CHAR_IGNORE | op::ANY | op::ANY_ALL | op::SET => {
                    let fits = self.one(pc, at);
                    if fits {
                        pc += self.width(pc);
                        at += 1;
                    }
                    fits
                }
                op::SPLIT => {
                    let (first, second) = (operand(1), operand(2));
                    self.choices.push(Choice::Branch { pc: second, at });
                    pc = first;
                    true
                }
                op::JUMP => {
                    pc = operand(1);
                    true
                }
                op::SAVE => {
                    self.save(operand(1), at);
                    pc += 2;
                    true
                }
                op::AT => {
                    let fits = self.stands(code[pc + 1], code[pc + 2] != 0, at);
                    pc += 3;
                    fits
                }
                op::LOOK => {
                    let (kind, width, end) = (operand(1), operand(2), operand(3));
                    let start = if kind < 2 { Some(at) } else { at.checked_sub(width) };
                    let found = start.is_some_and(|start| self.inner(pc + 4, start, kind % 2 == 0).is_some());
                    pc = end;
                    found == (kind % 2 == 0)
                }
                op::ATOMIC => {
                    let end = operand(1);
                    match self.inner(pc + 2, at, true) {
                        Some(reached) => {
                            at = reached;
                            pc = end;
                            true
                        }
                        None => false,
                    }
                }
                op::BACKREF => {
                    let (group, ignore_case) = (operand(1), operand(2) != 0);
                    pc += 3;
                    match self.repeated(group, ignore_case, at) {
                        Some(end) => {
                            at = end;
                            true
                        }
                        None => false,
                    }
                }
                op::REPEAT => {
                    let (least, most, kind, one) = (operand(1), operand(2), operand(3), pc + 4);
                    let next = one + self.width(one);
                    let wanted = if kind == 0 { least } else { most };
                    let bound = self.text.len().min(at.saturating_add(wanted));
                    let mut end = at;
                    while end < bound && self.one(one, end) {
                        end += 1;
                    }
                    self.steps += (end - at) as u64 / 4;
                    let fits = end - at >= least;
                    if fits && kind == 0 && most > least {
                        self.choices.push(Choice::Longer { pc: next, one, at: end, left: most - least });
                    } else if fits && kind == 1 && end - at > least {
                        self.choices.push(Choice::Shorter { pc: next, least: at + least, at: end });
                    }
                    (at, pc) = (end, next);
                    fits
                }
                op::PROGRESS => {
                    pc = if self.slots[operand(1)] != at { operand(2) } else { pc + 3 };
                    true
                }
                op::IF_GROUP => {
                    pc = if self.slots[operand(1) * 2 + 1] != NONE { pc + 3 } else { operand(2) };
                    true
                }
                _ => false,
            };
            if !fits {
                (pc, at) = self.back(base)?;
            }
        }
    }

    /// The next way to try, down to the choices that stood at `base`.
    fn back(&mut self, base: usize) -> Option<(usize, usize)> {
        while self.choices.len() > base {
            match self.choices.pop()? {
                Choice::Branch { pc, at } => return Some((pc, at)),
                Choice::Slot { slot, old } => self.slots[slot] = old,
                Choice::Shorter { pc, least, at } => {
                    let at = at - 1;
                    if at > least {
                        self.choices.push(Choice::Shorter { pc, least, at });
                    }
                    return Some((pc, at));
                }
                Choice::Longer { pc, one, at, left } => {
                    if self.one(one, at) {
                        if left > 1 {
                            self.choices.push(Choice::Longer { pc, one, at: at + 1, left: left - 1 });
                        }
                        return Some((pc, at + 1));
                    }
                }
            }
        }
        None
    }

    /// Lookaround and atomic groups: once matched they are not tried another way. `keep`: groups stay as they were
    /// set inside.
    fn inner(&mut self, pc: usize, at: usize, keep: bool) -> Option<usize> {
        let base = self.choices.len();
        let found = self.run(pc, at, false);
        if found.is_some() && keep {
            let mut place = base;
            for at in base..self.choices.len() {
                if matches!(self.choices[at], Choice::Slot { .. }) {
                    self.choices.swap(place, at);
                    place += 1;
                }
            }
            self.choices.truncate(place);
            return found;
        }
        while self.choices.len() > base {
            if let Some(Choice::Slot { slot, old }) = self.choices.pop() {
                self.slots[slot] = old;
            }
        }
        found
    }

    /// Where what a group has matched ends if it stands here again.
    fn repeated(&self, group: usize, ignore_case: bool, at: usize) -> Option<usize> {
        let (start, end) = (self.slots[group * 2], self.slots[group * 2 + 1]);
        if start == NONE || end == NONE || end < start {
            return None;
        }
        let there = self.text.get(at..at + (end - start))?;
        let same = self.text[start..end].iter().zip(there).all(|(a, b)| a == b || ignore_case && fold(*a) == fold(*b));
        same.then(|| at + (end - start))
    }

    /// Kinds: 0 `^`, 1 `^` of lines, 2 `$`, 3 `$` of lines, 4 `\A`, 5 `\Z`, 6 `\b`, 7 `\B`.
    fn stands(&self, kind: u32, ascii: bool, at: usize) -> bool {
        let (text, len) = (self.text, self.text.len());
        match kind {
            0 | 4 => at == 0,
            1 => at == 0 || text[at - 1] == 10,
            2 => at == len || at + 1 == len && text[at] == 10,
            3 => at == len || text[at] == 10,
            5 => at == len,
            _ => {
                let before = at > 0 && is_word(text[at - 1], ascii);
                let after = at < len && is_word(text[at], ascii);
                // An empty text has no boundary, and not none either.
                if len == 0 { false } else { (before != after) == (kind == 6) }
            }
        }
    }
}

const _: u32 = op::FAIL;
